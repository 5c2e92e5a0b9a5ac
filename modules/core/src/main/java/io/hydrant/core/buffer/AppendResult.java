package io.hydrant.core.buffer;

/** The answer to an append that the buffer does not refuse. */
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

  /**
   * Nothing is stored: the epoch is fenced, and the put has to be admitted under the key in force.
   */
  record EpochFenced() implements AppendResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
