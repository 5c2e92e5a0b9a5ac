package io.hydrant.core.buffer;

import java.time.Instant;
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
 * @param staged the processed records; empty for a stream that has never processed any
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
    Optional<DeliveryFailure> failure,
    Optional<StagedRecords> staged) {

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
          Optional.empty(),
          Optional.empty());

  public RecordBuffer {
    if (batch.isPresent() && pending.isEmpty()) {
      throw new IllegalStateException("a batch without records");
    }
    if (!pending.isEmpty() && policy.isEmpty()) {
      throw new IllegalStateException("records without a buffering policy");
    }
  }

  /**
   * Adds records.
   *
   * @param processing when the stream's records are processed; empty where it processes none
   */
  RecordBuffer append(
      AppendedRecords chunk, BufferingPolicy newPolicy, Optional<BufferingPolicy> processing) {
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
        failure,
        staged.isEmpty() && processing.isEmpty()
            ? staged
            : Optional.of(stagedRecords().withPolicy(processing)));
  }

  RecordBuffer plan(Batch planned) {
    if (planned.place().isPresent()) {
      StagedRecords next = stagedRecords().plan(planned);
      return with(nextBatch + 1, pending, batch, deliveredAt, failure, Optional.of(next));
    }
    if (batch.isPresent()) {
      throw new IllegalStateException("a batch is in flight already");
    }
    return with(nextBatch + 1, pending, Optional.of(planned), deliveredAt);
  }

  RecordBuffer deliver(long number, Instant at) {
    return ended(number, Optional.of(at));
  }

  RecordBuffer giveUp(long number) {
    return ended(number, deliveredAt);
  }

  private RecordBuffer ended(long number, Optional<Instant> newDeliveredAt) {
    if (stagedRecords().holding(number).isPresent()) {
      StagedRecords left = stagedRecords().ended(number);
      return with(nextBatch, pending, batch, newDeliveredAt, failure, Optional.of(left));
    }
    return with(
        nextBatch, pending.from(inFlight(number).endPosition()), Optional.empty(), newDeliveredAt);
  }

  RecordBuffer failed(long number, DeliveryFailure failed) {
    return stagedRecords().holding(number).isPresent()
        ? with(stagedRecords().failed(number, failed))
        : with(nextBatch, pending, Optional.of(inFlight(number)), deliveredAt)
            .withFailure(Optional.of(failed));
  }

  private Batch inFlight(long number) {
    return batch
        .filter(each -> each.number() == number)
        .orElseThrow(() -> new IllegalStateException("no such batch is in flight"));
  }

  /** Replaces the records before that position by what processing made of them. */
  RecordBuffer process(long endPosition, List<ProcessedRecords> made) {
    boolean flushed = pending.oldest().orElseThrow().firstPosition() < flushUpTo;
    return with(nextBatch, pending.from(endPosition), batch, deliveredAt)
        .with(stagedRecords().append(made, flushed));
  }

  RecordBuffer processingFailed(FailedProcessing failed) {
    return with(stagedRecords().withFailure(Optional.of(failed)));
  }

  RecordBuffer discard() {
    return with(nextBatch, PendingRecords.NONE, Optional.empty(), deliveredAt)
        .with(stagedRecords().discard());
  }

  RecordBuffer withFence(int epoch) {
    return with(epoch, closingSince, flushUpTo);
  }

  RecordBuffer close(Instant at) {
    return flushed(at).with(fence, Optional.of(at), flushUpTo);
  }

  RecordBuffer flush(long upTo, Instant at) {
    return flushed(at).with(fence, closingSince, upTo);
  }

  /** Makes what waits for its next attempt due, and all processed records. */
  private RecordBuffer flushed(Instant at) {
    return withFailure(failure.map(each -> each.dueAt(at))).with(stagedRecords().flush(at));
  }

  private RecordBuffer withFailure(Optional<DeliveryFailure> newFailure) {
    return with(nextBatch, pending, batch, deliveredAt, newFailure, staged);
  }

  private RecordBuffer with(StagedRecords newStaged) {
    boolean unused =
        staged.isEmpty() && newStaged.outputs().isEmpty() && newStaged.policy().isEmpty();
    return with(
        nextBatch, pending, batch, deliveredAt, failure, unused ? staged : Optional.of(newStaged));
  }

  /** Returns the buffer with another batch in flight, or with none; it has not failed. */
  private RecordBuffer with(
      long newNextBatch,
      PendingRecords newPending,
      Optional<Batch> newBatch,
      Optional<Instant> newDeliveredAt) {
    return with(newNextBatch, newPending, newBatch, newDeliveredAt, Optional.empty(), staged);
  }

  private RecordBuffer with(
      long newNextBatch,
      PendingRecords newPending,
      Optional<Batch> newBatch,
      Optional<Instant> newDeliveredAt,
      Optional<DeliveryFailure> newFailure,
      Optional<StagedRecords> newStaged) {
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
        newFailure,
        newStaged);
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
        failure,
        staged);
  }

  /** Returns the processed records; without any for a stream that has never processed one. */
  public StagedRecords stagedRecords() {
    return staged.orElse(StagedRecords.NONE);
  }

  /** Returns the size of all data, with that of processed records. */
  public long pendingBytes() {
    return pending.dataBytes() + stagedRecords().dataBytes();
  }

  /** Counts the records to deliver, with the processed ones. */
  public long pendingRecords() {
    return pending.recordCount() + stagedRecords().recordCount();
  }

  public boolean isEmpty() {
    return pending.isEmpty() && stagedRecords().outputs().isEmpty();
  }

  /** Returns the failed attempts to deliver a batch in flight; empty where none has failed. */
  public Optional<DeliveryFailure> failureOf(Batch inFlight) {
    return inFlight.place().isPresent()
        ? stagedRecords().holding(inFlight.number()).flatMap(OutputBuffer::failure)
        : failure;
  }

  /** Returns the chunks that belong to the batch in flight. */
  public List<AppendedRecords> of(Batch planned) {
    return stagedRecords()
        .holding(planned.number())
        .map(OutputBuffer::pending)
        .orElse(pending)
        .before(planned.endPosition());
  }
}
