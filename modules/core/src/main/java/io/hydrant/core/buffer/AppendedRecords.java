package io.hydrant.core.buffer;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records that were stored in one write.
 *
 * @param at when they arrived
 * @param firstPosition the place of the first in the stream's sequence of records, from 0
 * @param epoch the key epoch they are sealed in; 0 for plaintext
 * @param records the stored bytes of each record
 * @param dataBytes the size of the data before sealing
 * @param processedAt when they were processed, where the buffering interval begins then; empty
 *     where it begins with their arrival
 */
public record AppendedRecords(
    Instant at,
    long firstPosition,
    int epoch,
    List<Bytes> records,
    long dataBytes,
    Optional<Instant> processedAt) {
  public AppendedRecords {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalStateException("a write without a record");
    }
  }

  public AppendedRecords(
      Instant at, long firstPosition, int epoch, List<Bytes> records, long dataBytes) {
    this(at, firstPosition, epoch, records, dataBytes, Optional.empty());
  }

  public long nextPosition() {
    return firstPosition + records.size();
  }

  /** Returns when the buffering interval of these records begins. */
  Instant bufferedAt() {
    return processedAt.orElse(at);
  }

  AppendedRecords processedAt(Instant time) {
    return new AppendedRecords(at, firstPosition, epoch, records, dataBytes, Optional.of(time));
  }

  /** Returns by how many bytes a stored record is longer than its data. */
  long sealBytes() {
    long stored = records.stream().mapToLong(Bytes::size).sum();
    return (stored - dataBytes) / records.size();
  }

  /** Returns the records of that position and later ones. */
  AppendedRecords from(long position) {
    int skipped = (int) (position - firstPosition);
    return part(position, records.subList(skipped, records.size()));
  }

  /** Returns the records before that position. */
  AppendedRecords before(long position) {
    return part(firstPosition, records.subList(0, (int) (position - firstPosition)));
  }

  private AppendedRecords part(long first, List<Bytes> some) {
    long stored = some.stream().mapToLong(Bytes::size).sum();
    return new AppendedRecords(
        at, first, epoch, some, stored - some.size() * sealBytes(), processedAt);
  }
}
