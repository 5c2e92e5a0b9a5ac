package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.id.StreamArn;

/** A pending task of a stream; its result is a {@link StreamTaskResult}. */
public sealed interface StreamTask {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: a handler that lacks a task does not compile. */
  interface Visitor<R> {
    R visit(CreateGrant task);

    R visit(GenerateDataKey task);

    R visit(AwaitDrained task);

    R visit(RetireGrant task);

    R visit(DrainBuffer task);

    R visit(RegisterName task);

    R visit(ConfirmKeyReservation task);

    R visit(DeregisterName task);

    R visit(CompleteTransition task);
  }

  /** Firehose "creates a grant that enables it to use the new CMK". */
  record CreateGrant(StreamArn arn, int generation, int epoch, ResolvedKey target)
      implements StreamTask {
    /**
     * Returns the same name for the same attempt, so that a repeated CreateGrant creates no second
     * grant.
     */
    public String grantName() {
      return arn.name() + "-" + generation + "-" + epoch;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record GenerateDataKey(StreamArn arn, int epoch, ResolvedKey target) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Asks the buffer whether all records sealed in the epoch have been delivered. */
  record AwaitDrained(StreamArn arn, int generation, int epoch) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record RetireGrant(StreamArn arn, int epoch, String keyArn, String grantId)
      implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Makes the buffer deliver or discard its pending records. */
  record DrainBuffer(StreamArn arn, int generation) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Registers the name in the directory, in case it is missing there. */
  record RegisterName(StreamArn arn, int generation, DeliveryStreamType type)
      implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Makes the key's quota count the stream. */
  record ConfirmKeyReservation(StreamArn arn, String keyArn) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Removes the name from the directory. */
  record DeregisterName(StreamArn arn, int generation) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Waits for the passage of time alone. */
  record CompleteTransition(StreamArn arn) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
