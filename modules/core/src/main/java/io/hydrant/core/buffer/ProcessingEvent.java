package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.List;

/** The events of a buffer whose records are processed before they are delivered. */
public sealed interface ProcessingEvent extends BufferEvent {

  /** The records before {@code endPosition} were processed; these records take their place. */
  record RecordsProcessed(Instant at, long endPosition, List<ProcessedRecords> made)
      implements ProcessingEvent {
    public RecordsProcessed {
      made = List.copyOf(made);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.process(endPosition, made);
    }

    /** All records may have been dropped, so that no delivery follows. */
    @Override
    public boolean trimsJournal(RecordBuffer after) {
      return after.isEmpty();
    }
  }

  /** An attempt to process the oldest records failed; it is tried again. */
  record ProcessingAttemptFailed(Instant at, FailedProcessing failed) implements ProcessingEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.processingFailed(failed);
    }
  }

  /**
   * The records before {@code endPosition} could not be processed for so long that they are
   * discarded.
   *
   * @param records how many
   * @param reason why the last attempt failed
   */
  record ProcessingGivenUp(Instant at, long endPosition, long records, String reason)
      implements ProcessingEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public RecordBuffer evolve(RecordBuffer buffer) {
      return buffer.process(endPosition, List.of());
    }

    @Override
    public boolean trimsJournal(RecordBuffer after) {
      return true;
    }
  }
}
