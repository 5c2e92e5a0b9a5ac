package io.hydrant.core.buffer;

import io.hydrant.core.entity.PendingTask;
import java.time.Instant;
import java.util.List;

/** A pending task of a buffer. */
public sealed interface BufferTask {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: a handler that lacks a task does not compile. */
  interface Visitor<R> {
    R visit(NameObject task);

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

  /** Decrypt, compress and upload the batch. */
  record Deliver(Batch batch) implements BufferTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Returns the pending tasks, which follow from the state alone. */
  static List<PendingTask<BufferTask>> pendingTasks(RecordBuffer buffer) {
    if (buffer.batch().isPresent()) {
      return List.of(
          new PendingTask<>(new Deliver(buffer.batch().orElseThrow()), buffer.attemptDue()));
    }
    return buffer
        .batchDue()
        .map(
            due ->
                List.of(
                    new PendingTask<BufferTask>(
                        new NameObject(
                            buffer.nextBatch(), buffer.pending().oldest().orElseThrow().at()),
                        due)))
        .orElse(List.of());
  }
}
