package io.hydrant.core.stream;

import java.time.Instant;

/** The phase of a stream between creation and deletion. */
public sealed interface Lifecycle {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(Creating lifecycle);

    R visit(CreatingFailed lifecycle);

    R visit(Active lifecycle);

    R visit(Deleting lifecycle);

    R visit(DeletingFailed lifecycle);
  }

  DeliveryStreamStatus status();

  /** ACTIVE not before {@code readyAt}. */
  record Creating(Instant readyAt) implements Lifecycle {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public DeliveryStreamStatus status() {
      return DeliveryStreamStatus.CREATING;
    }
  }

  /** "This status doesn't change"; the stream can only be deleted. */
  record CreatingFailed(FailureDescription failure) implements Lifecycle {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public DeliveryStreamStatus status() {
      return DeliveryStreamStatus.CREATING_FAILED;
    }
  }

  record Active() implements Lifecycle {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public DeliveryStreamStatus status() {
      return DeliveryStreamStatus.ACTIVE;
    }
  }

  /**
   * Marked for deletion.
   *
   * @param bufferEmptied true once the buffer has delivered or given up its records
   * @param force delete even where KMS will not retire a grant
   */
  record Deleting(boolean bufferEmptied, boolean force) implements Lifecycle {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public DeliveryStreamStatus status() {
      return DeliveryStreamStatus.DELETING;
    }
  }

  /**
   * A grant could not be retired "due to a customer error"; the stream can only be deleted again.
   */
  record DeletingFailed(FailureDescription failure) implements Lifecycle {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public DeliveryStreamStatus status() {
      return DeliveryStreamStatus.DELETING_FAILED;
    }
  }
}
