package io.hydrant.runtime.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM. The sealed form is nonce (12 bytes), cipher text, tag (16 bytes).
 * Nonces are random: one key may seal 2^32 messages (NIST SP 800-38D, 8.3). Safe for use by several
 * threads.
 */
public final class AesGcm {
  public static final int KEY_BYTES = 32;
  public static final int NONCE_BYTES = 12;
  public static final int TAG_BYTES = 16;

  /** The number of bytes that sealing adds. */
  public static final int OVERHEAD = NONCE_BYTES + TAG_BYTES;

  // JDK 17 runs its fast AES-GCM code only once warmed up by many calls; one huge call stays slow.
  private static final int PIECE = 16 * 1024;

  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  /** Returns random bytes that can be a key. */
  public static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  public static byte[] seal(byte[] key, byte[] associatedData, byte[] plaintext) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = Arrays.copyOf(nonce, plaintext.length + OVERHEAD);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData);
      run(cipher, plaintext, 0, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available as specified", e);
    }
  }

  /** Returns the plaintext; empty if key, associated data or any bit of {@code sealed} differs. */
  public static Optional<byte[]> open(byte[] key, byte[] associatedData, byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      return Optional.empty();
    }
    byte[] plaintext = new byte[sealed.length - OVERHEAD];
    try {
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), associatedData);
      run(cipher, sealed, NONCE_BYTES, plaintext, 0);
      return Optional.of(plaintext);
    } catch (AEADBadTagException forged) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available as specified", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + key.length);
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(associatedData);
    return cipher;
  }

  private static void run(Cipher cipher, byte[] in, int from, byte[] out, int to)
      throws GeneralSecurityException {
    int written = to;
    for (int read = from; read < in.length; read += PIECE) {
      int length = Math.min(PIECE, in.length - read);
      written += cipher.update(in, read, length, out, written);
    }
    cipher.doFinal(out, written);
  }
}
