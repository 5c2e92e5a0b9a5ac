package io.hydrant.core.buffer;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * Records that were stored in one write.
 *
 * @param firstPosition the place of the first in the stream's sequence of records, from 0
 * @param epoch the key epoch they are sealed in; 0 for plaintext
 * @param records the stored bytes of each record
 * @param dataBytes the size of the data before sealing
 */
public record AppendedRecords(
    Instant at, long firstPosition, int epoch, List<Bytes> records, long dataBytes) {
  public AppendedRecords {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalStateException("a write without a record");
    }
  }

  public long nextPosition() {
    return firstPosition + records.size();
  }
}
