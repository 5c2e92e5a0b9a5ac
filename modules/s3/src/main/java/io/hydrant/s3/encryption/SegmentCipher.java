package io.hydrant.s3.encryption;

import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a file in segments of equal size, so that a range can be read alone. Each segment is
 * AES-256-GCM under a key that is derived from the data key and the file's id; its nonce is its
 * number, and the last segment is marked, so that none can be left out, moved or cut off.
 */
public final class SegmentCipher {
  /** The bytes of a segment before it is sealed. */
  public static final int SEGMENT_BYTES = 1 << 16;

  /** The bytes that sealing adds to each segment. */
  public static final int TAG_BYTES = 16;

  private static final int NONCE_BYTES = 12;
  private static final int LAST_FLAG_AT = 3;
  private final SecretKeySpec key;

  /**
   * @param dataKey 32 bytes
   * @param contentId the file's id
   */
  public SegmentCipher(Bytes dataKey, String contentId) {
    this.key = new SecretKeySpec(derived(dataKey, contentId), "AES");
  }

  private static byte[] derived(Bytes dataKey, String contentId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(dataKey.unsafeArray(), "HmacSHA256"));
      return mac.doFinal(("hydrant-s3-content\n" + contentId).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  /** Returns the number of segments of a file; an empty file has one. */
  public static long segments(long size) {
    return Math.max(1, (size + SEGMENT_BYTES - 1) / SEGMENT_BYTES);
  }

  /** Returns the sealed segment. */
  public byte[] seal(long number, boolean last, ByteBuffer clear) {
    try {
      byte[] sealed = new byte[clear.remaining() + TAG_BYTES];
      cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(clear, ByteBuffer.wrap(sealed));
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A segment of an object cannot be sealed", e);
    }
  }

  /**
   * Returns the clear segment.
   *
   * @throws IOException where it is not what was sealed
   */
  public byte[] open(long number, boolean last, byte[] sealed) throws IOException {
    if (sealed.length < TAG_BYTES) {
      throw new IOException("Segment " + number + " of an object was cut off on disk");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed);
    } catch (AEADBadTagException changed) {
      throw new IOException("Segment " + number + " of an object was changed on disk", changed);
    } catch (GeneralSecurityException e) {
      throw new IOException("Segment " + number + " of an object cannot be opened", e);
    }
  }

  private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    nonce[LAST_FLAG_AT] = (byte) (last ? 1 : 0);
    ByteBuffer.wrap(nonce).putLong(LAST_FLAG_AT + 1, number);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    return cipher;
  }
}
