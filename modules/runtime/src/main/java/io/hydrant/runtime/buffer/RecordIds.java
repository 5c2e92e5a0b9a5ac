package io.hydrant.runtime.buffer;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/** Record ids: unique, opaque, and of characters that need no escaping. */
final class RecordIds {
  private static final int RANDOM_BYTES = 16;
  private final byte[] prefix = new byte[RANDOM_BYTES];

  RecordIds() {
    new SecureRandom().nextBytes(prefix);
  }

  String of(long position) {
    byte[] id =
        ByteBuffer.allocate(RANDOM_BYTES + Long.BYTES).put(prefix).putLong(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
