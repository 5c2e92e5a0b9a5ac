package io.hydrant.runtime.buffer;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decrypted records.
 *
 * @param epoch the latest key epoch under which one of them was stored; 0 where all were plaintext
 * @param key the data key of that epoch; empty for plaintext
 */
record OpenedRecords(List<Opened> records, int epoch, Optional<Bytes> key) {
  /** One decrypted record. */
  record Opened(long position, Instant arrivedAt, Bytes data) {}

  OpenedRecords {
    records = List.copyOf(records);
  }

  List<Bytes> data() {
    return records.stream().map(Opened::data).toList();
  }
}
