package io.hydrant.runtime.buffer;

import java.util.List;

/** The answer to a put that was not refused. */
public sealed interface PutResult {
  <R> R accept(Visitor<R> visitor);

  /** Has one method for each result, so code that lacks one does not compile. */
  interface Visitor<R> {
    R visit(Stored result);

    R visit(EpochFenced result);

    R visit(HandingOver result);
  }

  /**
   * The records are durable.
   *
   * @param recordIds in the order of the records
   */
  record Stored(List<String> recordIds) implements PutResult {
    public Stored {
      recordIds = List.copyOf(recordIds);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Nothing is stored: the key was replaced, and the put needs a new admission. */
  record EpochFenced() implements PutResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Nothing is stored: the buffer moves to another node, and the put must be sent again. */
  record HandingOver() implements PutResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
