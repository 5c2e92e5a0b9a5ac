package io.hydrant.core.id;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * The id that PutRecord returns: 16 random bytes of the buffer's actor and the record's position in
 * its buffer, in characters that need no escaping.
 */
public final class RecordId {
  public static final int RANDOM_BYTES = 16;
  private static final int BYTES = RANDOM_BYTES + Long.BYTES;

  private RecordId() {}

  /**
   * @param random {@link #RANDOM_BYTES} bytes
   */
  public static String of(byte[] random, long position) {
    byte[] id = ByteBuffer.allocate(BYTES).put(random).putLong(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /** The position in a record id; empty for a text that is no record id. */
  public static OptionalLong position(String recordId) {
    try {
      byte[] id = Base64.getUrlDecoder().decode(recordId);
      return id.length == BYTES
          ? OptionalLong.of(ByteBuffer.wrap(id).getLong(RANDOM_BYTES))
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
