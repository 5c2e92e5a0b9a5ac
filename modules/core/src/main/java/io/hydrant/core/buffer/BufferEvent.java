package io.hydrant.core.buffer;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;

/** The events of a buffer. */
public sealed interface BufferEvent extends Event<RecordBuffer>
    permits BufferEvent.RecordsAppended,
        BufferEvent.BatchPlanned,
        BufferEvent.BatchDelivered,
        BufferEvent.DeliveryAttemptFailed,
        BufferEvent.DeliveryGivenUp,
        BufferEvent.EpochFenced,
        BufferEvent.FlushRequested,
        BufferEvent.BufferCloseRequested,
        BufferEvent.RecordsDiscarded,
        BufferEvent.BufferSnapshotTaken,
        ProcessingEvent {

  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(RecordsAppended event);

    R visit(ProcessingEvent.RecordsProcessed event);

    R visit(ProcessingEvent.ProcessingAttemptFailed event);

    R visit(ProcessingEvent.ProcessingGivenUp event);

    R visit(BatchPlanned event);

    R visit(BatchDelivered event);

    R visit(DeliveryAttemptFailed event);

    R visit(DeliveryGivenUp event);

    R visit(EpochFenced event);

    R visit(FlushRequested event);

    R visit(BufferCloseRequested event);

    R visit(RecordsDiscarded event);

    R visit(BufferSnapshotTaken event);
  }

  /**
   * Returns whether the events before this one are deleted from the journal, because records left
   * the buffer. Deleting them costs a copy of what the buffer holds.
   *
   * @param after the buffer after this event
   */
  default boolean trimsJournal(RecordBuffer after) {
    return false;
  }

  /**
   * Records stored in one write, of one or many puts; they are acknowledged after it.
   *
   * @param processing when the records are processed; empty for a stream that processes none
   */
  record RecordsAppended(
      Instant at,
      AppendedRecords chunk,
      BufferingPolicy policy,
      Optional<BufferingPolicy> processing)
      implements BufferEvent {
    public RecordsAppended(Instant at, AppendedRecords chunk, BufferingPolicy policy) {
      this(at, chunk, policy, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.append(chunk, policy, processing);
    }
  }

  record BatchPlanned(Instant at, Batch batch) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.plan(batch);
    }
  }

  record BatchDelivered(Instant at, long number) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.deliver(number, at);
    }

    @Override
    public boolean trimsJournal(RecordBuffer after) {
      return after.stagedRecords().isTrimmedAfter(number);
    }
  }

  /** An attempt to deliver the batch failed; it is tried again. */
  record DeliveryAttemptFailed(Instant at, long number, DeliveryFailure failure)
      implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.failed(number, failure);
    }
  }

  /**
   * The batch could not be delivered for so long that its records are discarded.
   *
   * @param records how many
   * @param attempts how many have failed
   * @param reason why the last one failed
   */
  record DeliveryGivenUp(Instant at, long number, long records, int attempts, String reason)
      implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.giveUp(number);
    }

    @Override
    public boolean trimsJournal(RecordBuffer after) {
      return after.stagedRecords().isTrimmedAfter(number);
    }
  }

  /** Records sealed in this epoch or an older one are neither pending nor accepted from now on. */
  record EpochFenced(Instant at, int epoch) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.withFence(epoch);
    }
  }

  /** A flush was requested: records before {@code upTo} are due now. */
  record FlushRequested(Instant at, long upTo) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.flush(upTo, at);
    }
  }

  /** The stream is being deleted: no more records are accepted, and the pending ones are due. */
  record BufferCloseRequested(Instant at) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.close(at);
    }
  }

  /** Records were discarded that could not be delivered before the stream's deletion. */
  record RecordsDiscarded(Instant at, long records) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.discard();
    }

    @Override
    public boolean trimsJournal(RecordBuffer after) {
      return true;
    }
  }

  /**
   * The whole state as one event. A snapshot is stored in the form of an event, and the events
   * before it can be deleted.
   */
  record BufferSnapshotTaken(Instant at, RecordBuffer buffer) implements BufferEvent {
    @Override
    public boolean isSnapshot() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer before) {
      return buffer;
    }
  }
}
