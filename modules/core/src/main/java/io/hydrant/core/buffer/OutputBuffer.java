package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.Optional;

/**
 * The processed records of one place that are not delivered yet.
 *
 * @param policy when they are delivered, as of the last records that came
 * @param pending at least one chunk; the batch in flight consists of the first ones
 * @param failure the failed attempts to deliver the batch in flight
 */
public record OutputBuffer(
    OutputPlace place,
    BufferingPolicy policy,
    PendingRecords pending,
    Optional<Batch> batch,
    Optional<DeliveryFailure> failure) {

  static OutputBuffer empty(OutputPlace place, BufferingPolicy policy) {
    return new OutputBuffer(place, policy, PendingRecords.NONE, Optional.empty(), Optional.empty());
  }

  OutputBuffer append(AppendedRecords chunk, BufferingPolicy newPolicy) {
    return new OutputBuffer(place, newPolicy, pending.plus(chunk), batch, failure);
  }

  OutputBuffer plan(Batch planned) {
    if (batch.isPresent()) {
      throw new IllegalStateException("a batch of this place is in flight already");
    }
    return new OutputBuffer(place, policy, pending, Optional.of(planned), Optional.empty());
  }

  OutputBuffer withFailure(Optional<DeliveryFailure> newFailure) {
    return new OutputBuffer(place, policy, pending, batch, newFailure);
  }

  /** Returns the buffer after the batch in flight has ended. */
  OutputBuffer withoutBatch() {
    return new OutputBuffer(
        place,
        policy,
        pending.from(batch.orElseThrow().endPosition()),
        Optional.empty(),
        Optional.empty());
  }

  long firstPosition() {
    return pending.oldest().orElseThrow().firstPosition();
  }

  Instant oldestArrival() {
    return pending.oldest().orElseThrow().at();
  }

  boolean holds(long batchNumber) {
    return batch.filter(each -> each.number() == batchNumber).isPresent();
  }

  /**
   * Returns when the next batch is due; empty while one is in flight.
   *
   * @param flushUpTo records before this position are due at once
   */
  Optional<Instant> batchDue(boolean closing, long flushUpTo) {
    if (batch.isPresent()) {
      return Optional.empty();
    }
    AppendedRecords oldest = pending.oldest().orElseThrow();
    boolean atOnce =
        closing || oldest.firstPosition() < flushUpTo || pending.dataBytes() >= policy.sizeBytes();
    return Optional.of(
        atOnce ? oldest.bufferedAt() : oldest.bufferedAt().plusSeconds(policy.intervalSeconds()));
  }
}
