package io.hydrant.runtime.buffer;

import io.hydrant.core.id.RecordId;
import java.security.SecureRandom;

/** Makes the record ids of one buffer actor. */
final class RecordIds {
  private final byte[] prefix = new byte[RecordId.RANDOM_BYTES];

  RecordIds() {
    new SecureRandom().nextBytes(prefix);
  }

  String of(long position) {
    return RecordId.of(prefix, position);
  }
}
