package io.hydrant.runtime.buffer;

import io.hydrant.core.id.RecordId;
import java.security.SecureRandom;

/** The record ids of one actor of a buffer. */
final class RecordIds {
  private final byte[] prefix = new byte[RecordId.RANDOM_BYTES];

  RecordIds() {
    new SecureRandom().nextBytes(prefix);
  }

  String of(long position) {
    return RecordId.of(prefix, position);
  }
}
