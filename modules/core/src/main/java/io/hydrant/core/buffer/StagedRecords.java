package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The second stage of a buffer whose records are processed before they are delivered: the processed
 * records, by the place where they go.
 *
 * @param policy when records are processed; empty since the stream processes no more
 * @param failure the failed attempts to process the oldest records
 * @param nextPosition the position of the next processed record. Positions of processed records and
 *     those of accepted records differ, because an encrypted record is bound to its position.
 * @param flushUpTo processed records before this position are due at once
 * @param outputs none of them without records
 */
public record StagedRecords(
    Optional<BufferingPolicy> policy,
    Optional<FailedProcessing> failure,
    long nextPosition,
    long flushUpTo,
    List<OutputBuffer> outputs) {
  /** The position of a stream's first processed record. */
  public static final long FIRST_POSITION = 1L << 62;

  private static final long BATCHES_PER_TRIM = 16;
  private static final long MEBIBYTE = 1024L * 1024;

  static final StagedRecords NONE =
      new StagedRecords(
          Optional.empty(), Optional.empty(), FIRST_POSITION, FIRST_POSITION, List.of());

  public StagedRecords {
    outputs = List.copyOf(outputs);
  }

  /** Without a policy the accepted records are processed no more, and no attempt is to repeat. */
  StagedRecords withPolicy(Optional<BufferingPolicy> newPolicy) {
    return new StagedRecords(
        newPolicy, newPolicy.flatMap(any -> failure), nextPosition, flushUpTo, outputs);
  }

  StagedRecords withFailure(Optional<FailedProcessing> newFailure) {
    return new StagedRecords(policy, newFailure, nextPosition, flushUpTo, outputs);
  }

  /** Adds what processing made; the failures of the processed records are over. */
  StagedRecords append(List<ProcessedRecords> made, boolean flushed) {
    Map<OutputPlace, OutputBuffer> byPlace = new LinkedHashMap<>();
    outputs.forEach(each -> byPlace.put(each.place(), each));
    long next = nextPosition;
    for (ProcessedRecords each : made) {
      byPlace.merge(
          each.place(),
          OutputBuffer.empty(each.place(), each.policy()).append(each.chunk(), each.policy()),
          (before, first) -> before.append(each.chunk(), each.policy()));
      next = each.chunk().nextPosition();
    }
    return new StagedRecords(
        policy, Optional.empty(), next, flushed ? next : flushUpTo, List.copyOf(byPlace.values()));
  }

  /** Makes all processed records due, also those that wait for their next attempt. */
  StagedRecords flush(Instant at) {
    return new StagedRecords(
        policy,
        failure.map(each -> each.dueAt(at)),
        nextPosition,
        nextPosition,
        outputs.stream()
            .map(each -> each.withFailure(each.failure().map(failed -> failed.dueAt(at))))
            .toList());
  }

  StagedRecords plan(Batch batch) {
    OutputPlace place = batch.place().orElseThrow();
    return withOutputs(
        outputs.stream()
            .map(each -> each.place().equals(place) ? each.plan(batch) : each)
            .toList());
  }

  StagedRecords ended(long batchNumber) {
    return change(batchNumber, OutputBuffer::withoutBatch);
  }

  StagedRecords failed(long batchNumber, DeliveryFailure failed) {
    return change(batchNumber, each -> each.withFailure(Optional.of(failed)));
  }

  StagedRecords discard() {
    return withOutputs(List.of()).withFailure(Optional.empty());
  }

  private StagedRecords change(long batchNumber, UnaryOperator<OutputBuffer> change) {
    List<OutputBuffer> changed = new ArrayList<>();
    for (OutputBuffer each : outputs) {
      OutputBuffer now = each.holds(batchNumber) ? change.apply(each) : each;
      if (!now.pending().isEmpty()) {
        changed.add(now);
      }
    }
    return withOutputs(changed);
  }

  private StagedRecords withOutputs(List<OutputBuffer> newOutputs) {
    return new StagedRecords(policy, failure, nextPosition, flushUpTo, newOutputs);
  }

  public Optional<OutputBuffer> holding(long batchNumber) {
    return outputs.stream().filter(each -> each.holds(batchNumber)).findFirst();
  }

  Optional<OutputBuffer> at(OutputPlace place) {
    return outputs.stream().filter(each -> each.place().equals(place)).findFirst();
  }

  /**
   * Returns whether the journal is trimmed after the delivery of that batch. With many places it is
   * not done after each: a stream of 500 partitions delivers 500 batches at the same time.
   */
  boolean isTrimmedAfter(long batchNumber) {
    return outputs.isEmpty() || batchNumber % BATCHES_PER_TRIM == 0;
  }

  /**
   * Returns the end of the records that are processed next: those that failed, if any have.
   *
   * @param accepted the records to process
   */
  public long processingEnd(PendingRecords accepted) {
    long bytesMax = policy.map(BufferingPolicy::sizeBytes).orElse(MEBIBYTE);
    return failure
        .map(FailedProcessing::endPosition)
        .orElseGet(() -> accepted.endOfFirst(bytesMax));
  }

  long dataBytes() {
    return outputs.stream().mapToLong(each -> each.pending().dataBytes()).sum();
  }

  /** Counts the records to deliver; copies for the backup are not counted. */
  long recordCount() {
    return count(each -> each.kind() != OutputPlace.Kind.BACKUP);
  }

  long backupCount() {
    return count(each -> each.kind() == OutputPlace.Kind.BACKUP);
  }

  private long count(Predicate<OutputPlace> places) {
    return outputs.stream()
        .filter(each -> places.test(each.place()))
        .mapToLong(each -> each.pending().recordCount())
        .sum();
  }
}
