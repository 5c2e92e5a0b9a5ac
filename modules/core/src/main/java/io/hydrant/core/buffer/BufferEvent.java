package io.hydrant.core.buffer;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;

/** The events of a buffer. */
public sealed interface BufferEvent extends Event<RecordBuffer> {

  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(RecordsAppended event);

    R visit(BatchPlanned event);

    R visit(BatchDelivered event);

    R visit(EpochFenced event);

    R visit(FlushRequested event);

    R visit(BufferCloseRequested event);

    R visit(RecordsDiscarded event);

    R visit(BufferSnapshotTaken event);
  }

  /** Records stored in one write, of one or many puts; they are acknowledged after it. */
  record RecordsAppended(Instant at, AppendedRecords chunk, BufferingPolicy policy)
      implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      if (chunk.firstPosition() != buffer.nextPosition()) {
        throw new IllegalStateException(
            "records at position "
                + chunk.firstPosition()
                + " where "
                + buffer.nextPosition()
                + " is next");
      }
      return new RecordBuffer(
          chunk.nextPosition(),
          buffer.nextBatch(),
          buffer.fence(),
          buffer.pending().plus(chunk),
          Optional.of(policy),
          buffer.batch(),
          buffer.closingSince(),
          buffer.deliveredAt(),
          buffer.flushUpTo());
    }
  }

  record BatchPlanned(Instant at, Batch batch) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      if (buffer.batch().isPresent()) {
        throw new IllegalStateException("a batch is under way already");
      }
      return new RecordBuffer(
          buffer.nextPosition(),
          buffer.nextBatch() + 1,
          buffer.fence(),
          buffer.pending(),
          buffer.policy(),
          Optional.of(batch),
          buffer.closingSince(),
          buffer.deliveredAt(),
          buffer.flushUpTo());
    }
  }

  record BatchDelivered(Instant at, long number) implements BufferEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      Batch delivered =
          buffer
              .batch()
              .filter(batch -> batch.number() == number)
              .orElseThrow(() -> new IllegalStateException("no such batch is under way"));
      return new RecordBuffer(
          buffer.nextPosition(),
          buffer.nextBatch(),
          buffer.fence(),
          PendingRecords.of(
              buffer.pending().toList().stream()
                  .filter(chunk -> chunk.nextPosition() > delivered.endPosition())
                  .toList()),
          buffer.policy(),
          Optional.empty(),
          buffer.closingSince(),
          Optional.of(at),
          buffer.flushUpTo());
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
      return new RecordBuffer(
          buffer.nextPosition(),
          buffer.nextBatch(),
          epoch,
          buffer.pending(),
          buffer.policy(),
          buffer.batch(),
          buffer.closingSince(),
          buffer.deliveredAt(),
          buffer.flushUpTo());
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
      return new RecordBuffer(
          buffer.nextPosition(),
          buffer.nextBatch(),
          buffer.fence(),
          buffer.pending(),
          buffer.policy(),
          buffer.batch(),
          buffer.closingSince(),
          buffer.deliveredAt(),
          upTo);
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
      return new RecordBuffer(
          buffer.nextPosition(),
          buffer.nextBatch(),
          buffer.fence(),
          buffer.pending(),
          buffer.policy(),
          buffer.batch(),
          Optional.of(at),
          buffer.deliveredAt(),
          buffer.flushUpTo());
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
      return new RecordBuffer(
          buffer.nextPosition(),
          buffer.nextBatch(),
          buffer.fence(),
          PendingRecords.NONE,
          buffer.policy(),
          Optional.empty(),
          buffer.closingSince(),
          buffer.deliveredAt(),
          buffer.flushUpTo());
    }
  }

  /**
   * A whole state at once: what a snapshot holds, so that a snapshot needs no form of its own and
   * the events before it can be deleted.
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
