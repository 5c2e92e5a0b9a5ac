package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of a buffer that metrics and the inspector show.
 *
 * @param records how many are accepted and not yet delivered
 * @param bytes the size of their data
 * @param oldest when the first of them was accepted
 * @param due when the next batch is due; empty while none is pending or one is in flight
 * @param underWay true while a batch is in flight
 * @param deliveredAt when a batch was last delivered
 * @param failure the failed attempts to deliver a batch in flight or to process records; empty
 *     where none has failed
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
    BufferSchedule schedule = new BufferSchedule(buffer);
    StagedRecords staged = buffer.stagedRecords();
    return new BufferSummary(
        buffer.pendingRecords(),
        buffer.pendingBytes(),
        Stream.concat(
                buffer.pending().oldest().stream(),
                staged.outputs().stream().flatMap(each -> each.pending().oldest().stream()))
            .map(AppendedRecords::at)
            .min(Instant::compareTo),
        Stream.concat(
                schedule.batchDue().or(schedule::processingDue).stream(),
                staged.outputs().stream().flatMap(each -> schedule.batchDue(each).stream()))
            .min(Instant::compareTo),
        !schedule.batches().isEmpty(),
        buffer.deliveredAt(),
        Stream.concat(
                schedule.batches().stream().flatMap(each -> buffer.failureOf(each).stream()),
                staged.failure().map(FailedProcessing::failure).stream())
            .findFirst());
  }
}
