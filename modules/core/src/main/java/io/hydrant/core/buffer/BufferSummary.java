package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.Optional;

/**
 * The figures of a buffer that metrics and the inspector show.
 *
 * @param records how many are accepted and not yet delivered
 * @param bytes the size of their data
 * @param oldest when the first of them was accepted
 * @param due when the next batch is due; empty while none is pending or one is in flight
 * @param underWay true while a batch is in flight
 * @param deliveredAt when a batch was last delivered
 * @param failure the failed attempts to deliver the batch in flight; empty where none has failed
 */
public record BufferSummary(
    long records,
    long bytes,
    Optional<Instant> oldest,
    Optional<Instant> due,
    boolean underWay,
    Optional<Instant> deliveredAt,
    Optional<DeliveryFailure> failure) {
  public static BufferSummary of(RecordBuffer buffer) {
    return new BufferSummary(
        buffer.pending().recordCount(),
        buffer.pendingBytes(),
        buffer.pending().oldest().map(AppendedRecords::at),
        buffer.batchDue(),
        buffer.batch().isPresent(),
        buffer.deliveredAt(),
        buffer.failure());
  }
}
