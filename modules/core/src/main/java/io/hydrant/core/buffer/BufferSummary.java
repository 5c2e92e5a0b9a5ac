package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.Optional;

/**
 * A buffer in a few figures.
 *
 * @param records accepted and not yet delivered
 * @param bytes their data
 * @param oldest when the first of them was accepted
 * @param due when the next batch leaves; empty where nothing waits or a batch is in flight
 * @param underWay true while a batch is being delivered
 * @param deliveredAt when a batch was last delivered
 */
public record BufferSummary(
    long records,
    long bytes,
    Optional<Instant> oldest,
    Optional<Instant> due,
    boolean underWay,
    Optional<Instant> deliveredAt) {
  public static BufferSummary of(RecordBuffer buffer) {
    return new BufferSummary(
        buffer.pending().toList().stream().mapToLong(chunk -> chunk.records().size()).sum(),
        buffer.pendingBytes(),
        buffer.pending().oldest().map(AppendedRecords::at),
        buffer.batchDue(),
        buffer.batch().isPresent(),
        buffer.deliveredAt());
  }
}
