package io.hydrant.runtime.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: nonce (12 bytes), cipher text, tag (16 bytes), one behind the other. */
public final class AesGcm {
  public static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  /** JDK 17 is slow on large input in one piece. */
  private static final int PIECE_BYTES = 16 * 1024;

  private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(AesGcm::cipher);
  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  public static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  /**
   * @param associated bound to the result, but not part of it
   */
  public static byte[] seal(byte[] key, byte[] associated, byte[] plaintext) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plaintext.length + TAG_BYTES);
    try {
      run(Cipher.ENCRYPT_MODE, key, nonce, associated, plaintext, 0, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not to be had", e);
    }
  }

  /** Empty where key, associated data or bytes are not those that were sealed. */
  public static Optional<byte[]> open(byte[] key, byte[] associated, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] plaintext = new byte[sealed.length - NONCE_BYTES - TAG_BYTES];
    try {
      run(Cipher.DECRYPT_MODE, key, nonce, associated, sealed, NONCE_BYTES, plaintext, 0);
      return Optional.of(plaintext);
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not to be had", e);
    }
  }

  private static void run(
      int mode,
      byte[] key,
      byte[] nonce,
      byte[] associated,
      byte[] in,
      int inOffset,
      byte[] out,
      int outOffset)
      throws GeneralSecurityException {
    Cipher cipher = CIPHERS.get();
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
    cipher.updateAAD(associated);
    int from = inOffset;
    int to = outOffset;
    while (in.length - from > PIECE_BYTES) {
      to += cipher.update(in, from, PIECE_BYTES, out, to);
      from += PIECE_BYTES;
    }
    cipher.doFinal(in, from, in.length - from, out, to);
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not to be had", e);
    }
  }
}
