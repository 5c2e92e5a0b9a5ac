package io.hydrant.server.metrics;

import io.hydrant.core.buffer.OutputBuffer;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.PendingRecords;
import io.hydrant.core.buffer.RecordBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What waits in a buffer.
 *
 * @param delivery when the oldest record arrived that is not delivered
 * @param backup when the oldest record arrived that is not in the backup
 * @param partitions how many partitions hold records
 */
record BufferLevel(Optional<Instant> delivery, Optional<Instant> backup, long partitions) {
  static BufferLevel of(RecordBuffer buffer) {
    return new BufferLevel(
        oldest(Stream.concat(Stream.of(buffer.pending()), pending(buffer, false))),
        oldest(pending(buffer, true)),
        buffer.stagedRecords().outputs().stream()
            .map(OutputBuffer::place)
            .filter(OutputPlace::isPartition)
            .count());
  }

  /** Returns when the oldest record arrived that is not where it goes. */
  Optional<Instant> oldest() {
    return Stream.concat(delivery.stream(), backup.stream()).min(Instant::compareTo);
  }

  private static Stream<PendingRecords> pending(RecordBuffer buffer, boolean backup) {
    return buffer.stagedRecords().outputs().stream()
        .filter(each -> (each.place().kind() == OutputPlace.Kind.BACKUP) == backup)
        .map(OutputBuffer::pending);
  }

  private static Optional<Instant> oldest(Stream<PendingRecords> pending) {
    return pending
        .flatMap(each -> each.oldest().stream())
        .map(each -> each.at())
        .min(Instant::compareTo);
  }
}
