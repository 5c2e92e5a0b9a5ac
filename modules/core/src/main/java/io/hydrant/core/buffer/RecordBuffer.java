package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of one stream that are accepted and not yet delivered.
 *
 * @param nextPosition the place of the next record
 * @param nextBatch the number of the next batch
 * @param fence the last epoch whose records are no longer accepted; 0 before the first
 * @param pending the chunks, oldest first; the batch in flight consists of the first ones
 * @param policy the buffering policy of the last put
 * @param batch the batch in flight
 * @param closingSince when the deletion of the stream began; all records are due from then on
 * @param deliveredAt when a batch was last delivered
 * @param flushUpTo records before this position are due at once, because a flush was requested
 * @param failure the failed attempts to deliver the batch in flight; empty where none has failed
 */
public record RecordBuffer(
    long nextPosition,
    long nextBatch,
    int fence,
    PendingRecords pending,
    Optional<BufferingPolicy> policy,
    Optional<Batch> batch,
    Optional<Instant> closingSince,
    Optional<Instant> deliveredAt,
    long flushUpTo,
    Optional<DeliveryFailure> failure) {

  public static final RecordBuffer EMPTY =
      new RecordBuffer(
          0,
          1,
          0,
          PendingRecords.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty());

  public RecordBuffer {
    if (batch.isPresent() && pending.isEmpty()) {
      throw new IllegalStateException("a batch without records");
    }
    if (!pending.isEmpty() && policy.isEmpty()) {
      throw new IllegalStateException("records without a buffering policy");
    }
  }

  RecordBuffer append(AppendedRecords chunk, BufferingPolicy newPolicy) {
    if (chunk.firstPosition() != nextPosition) {
      throw new IllegalStateException(
          "records at position " + chunk.firstPosition() + " where " + nextPosition + " is next");
    }
    return new RecordBuffer(
        chunk.nextPosition(),
        nextBatch,
        fence,
        pending.plus(chunk),
        Optional.of(newPolicy),
        batch,
        closingSince,
        deliveredAt,
        flushUpTo,
        failure);
  }

  RecordBuffer plan(Batch planned) {
    if (batch.isPresent()) {
      throw new IllegalStateException("a batch is in flight already");
    }
    return with(nextBatch + 1, pending, Optional.of(planned), deliveredAt);
  }

  RecordBuffer deliver(long number, Instant at) {
    return without(inFlight(number), Optional.of(at));
  }

  RecordBuffer giveUp(long number) {
    return without(inFlight(number), deliveredAt);
  }

  RecordBuffer failed(long number, DeliveryFailure failed) {
    return with(nextBatch, pending, Optional.of(inFlight(number)), deliveredAt)
        .withFailure(Optional.of(failed));
  }

  private Batch inFlight(long number) {
    return batch
        .filter(each -> each.number() == number)
        .orElseThrow(() -> new IllegalStateException("no such batch is in flight"));
  }

  private RecordBuffer without(Batch ended, Optional<Instant> newDeliveredAt) {
    List<AppendedRecords> left =
        pending.toList().stream()
            .filter(chunk -> chunk.nextPosition() > ended.endPosition())
            .toList();
    return with(nextBatch, PendingRecords.of(left), Optional.empty(), newDeliveredAt);
  }

  RecordBuffer discard() {
    return with(nextBatch, PendingRecords.NONE, Optional.empty(), deliveredAt);
  }

  RecordBuffer withFence(int epoch) {
    return with(epoch, closingSince, flushUpTo);
  }

  RecordBuffer close(Instant at) {
    return retryAt(at).with(fence, Optional.of(at), flushUpTo);
  }

  RecordBuffer flush(long upTo, Instant at) {
    return retryAt(at).with(fence, closingSince, upTo);
  }

  /** Makes the batch in flight due, if it waits for its next attempt. */
  private RecordBuffer retryAt(Instant at) {
    return withFailure(failure.map(each -> each.dueAt(at)));
  }

  private RecordBuffer withFailure(Optional<DeliveryFailure> newFailure) {
    return new RecordBuffer(
        nextPosition,
        nextBatch,
        fence,
        pending,
        policy,
        batch,
        closingSince,
        deliveredAt,
        flushUpTo,
        newFailure);
  }

  private RecordBuffer with(
      long newNextBatch,
      PendingRecords newPending,
      Optional<Batch> newBatch,
      Optional<Instant> newDeliveredAt) {
    return new RecordBuffer(
        nextPosition,
        newNextBatch,
        fence,
        newPending,
        policy,
        newBatch,
        closingSince,
        newDeliveredAt,
        flushUpTo,
        Optional.empty());
  }

  private RecordBuffer with(int newFence, Optional<Instant> newClosingSince, long newFlushUpTo) {
    return new RecordBuffer(
        nextPosition,
        nextBatch,
        newFence,
        pending,
        policy,
        batch,
        newClosingSince,
        deliveredAt,
        newFlushUpTo,
        failure);
  }

  public long pendingBytes() {
    return pending.dataBytes();
  }

  /** Returns the chunks that belong to the batch. */
  public List<AppendedRecords> of(Batch planned) {
    return pending.toList().stream()
        .filter(chunk -> chunk.nextPosition() <= planned.endPosition())
        .toList();
  }

  /** Returns the chunks of the next batch: up to the size of the policy, at least one. */
  List<AppendedRecords> nextBatchChunks() {
    List<AppendedRecords> taken = new ArrayList<>();
    long bytes = 0;
    long bytesMax = policy.map(BufferingPolicy::sizeBytes).orElse(Long.MAX_VALUE);
    for (AppendedRecords chunk : pending.toList()) {
      if (!taken.isEmpty() && bytes + chunk.dataBytes() > bytesMax) {
        break;
      }
      taken.add(chunk);
      bytes += chunk.dataBytes();
    }
    return taken;
  }

  /** Returns when the next batch is due; empty while one is in flight or nothing is pending. */
  Optional<Instant> batchDue() {
    if (batch.isPresent() || pending.isEmpty()) {
      return Optional.empty();
    }
    BufferingPolicy hints = policy.orElseThrow();
    AppendedRecords oldest = pending.oldest().orElseThrow();
    boolean atOnce =
        closingSince.isPresent()
            || oldest.firstPosition() < flushUpTo
            || pendingBytes() >= hints.sizeBytes();
    return Optional.of(atOnce ? oldest.at() : oldest.at().plusSeconds(hints.intervalSeconds()));
  }

  /** Returns when the next attempt to deliver the batch in flight is due. */
  Instant attemptDue() {
    return failure.map(DeliveryFailure::retryAt).orElse(Instant.MIN);
  }

  /** Counts the records of requested flushes that are not delivered yet. */
  long flushingRecords() {
    return pending.toList().stream()
        .filter(chunk -> chunk.firstPosition() < flushUpTo)
        .mapToLong(chunk -> chunk.records().size())
        .sum();
  }
}
