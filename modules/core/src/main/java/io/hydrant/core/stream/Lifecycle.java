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

  /** The stream is being created; it is ACTIVE at {@code readyAt} at the earliest. */
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
   * The stream is being deleted.
   *
   * @param bufferEmptied true once the buffer has delivered or discarded its records
   * @param force true to delete the stream even if KMS does not retire a grant
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
