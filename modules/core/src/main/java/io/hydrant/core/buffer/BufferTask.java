package io.hydrant.core.buffer;

import io.hydrant.core.entity.PendingTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pending task of a buffer. */
public sealed interface BufferTask {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: a handler that lacks a task does not compile. */
  interface Visitor<R> {
    R visit(NameObject task);

    R visit(ProcessRecords task);

    R visit(NameOutput task);

    R visit(Deliver task);
  }

  /**
   * Choose the object name for the records that are due.
   *
   * @param oldest when the oldest of them was accepted
   */
  record NameObject(long batchNumber, Instant oldest) implements BufferTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Decrypt the oldest records and send them through the stream's processors.
   *
   * @param attempt the number of this attempt of their processors, from 1
   * @param failed how many attempts have failed, also those that did not get to a processor
   */
  record ProcessRecords(long firstPosition, int attempt, int failed) implements BufferTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Choose the object name for processed records that are due.
   *
   * @param firstPosition the position of the oldest of them
   * @param oldest when the oldest of them was accepted
   */
  record NameOutput(OutputPlace place, long firstPosition, Instant oldest) implements BufferTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Decrypt, compress and upload the batch. */
  record Deliver(Batch batch) implements BufferTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Returns the pending tasks, which follow from the state alone. */
  static List<PendingTask<BufferTask>> pendingTasks(RecordBuffer buffer) {
    BufferSchedule schedule = new BufferSchedule(buffer);
    List<PendingTask<BufferTask>> tasks = new ArrayList<>();
    schedule
        .batches()
        .forEach(
            batch -> tasks.add(new PendingTask<>(new Deliver(batch), schedule.attemptDue(batch))));
    schedule
        .batchDue()
        .ifPresent(
            due ->
                tasks.add(
                    new PendingTask<>(new NameObject(buffer.nextBatch(), oldest(buffer)), due)));
    schedule
        .processingDue()
        .ifPresent(due -> tasks.add(new PendingTask<>(processing(buffer), due)));
    for (OutputBuffer output : buffer.stagedRecords().outputs()) {
      schedule.batchDue(output).ifPresent(due -> tasks.add(new PendingTask<>(name(output), due)));
    }
    return tasks;
  }

  private static BufferTask processing(RecordBuffer buffer) {
    Optional<FailedProcessing> failure = buffer.stagedRecords().failure();
    return new ProcessRecords(
        buffer.pending().oldest().orElseThrow().firstPosition(),
        failure.map(FailedProcessing::byProcessor).orElse(0) + 1,
        failure.map(each -> each.failure().attempts()).orElse(0));
  }

  private static BufferTask name(OutputBuffer output) {
    return new NameOutput(
        output.place(),
        output.pending().oldest().orElseThrow().firstPosition(),
        output.oldestArrival());
  }

  private static Instant oldest(RecordBuffer buffer) {
    return buffer.pending().oldest().orElseThrow().at();
  }
}
