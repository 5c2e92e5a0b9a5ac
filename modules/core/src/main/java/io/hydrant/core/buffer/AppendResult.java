package io.hydrant.core.buffer;

/** The answer of a buffer that takes records at all. */
public sealed interface AppendResult {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(Stored result);

    R visit(EpochFenced result);
  }

  /**
   * The records are stored.
   *
   * @param nextPosition the position after the last of them
   */
  record Stored(long nextPosition) implements AppendResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Nothing is stored: the key is no longer in force, and the put needs a new admission. */
  record EpochFenced() implements AppendResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
