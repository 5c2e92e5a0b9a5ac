package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.id.StreamArn;

/** Work that a stream owes; what comes of it is a {@link StreamTaskResult}. */
public sealed interface StreamTask {
  <R> R accept(Visitor<R> visitor);

  /** One method a case: a handler that lacks a task does not compile. */
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
    /** The same attempt has the same name, so that a repeated CreateGrant makes no second grant. */
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

  /** Ask the buffer whether all that was sealed in that epoch has been delivered. */
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

  /** Have the buffer deliver, or give up, what it still holds. */
  record DrainBuffer(StreamArn arn, int generation) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Enter the name into the list of names, in case it was lost there. */
  record RegisterName(StreamArn arn, int generation, DeliveryStreamType type)
      implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Have the key count the stream among those that it encrypts. */
  record ConfirmKeyReservation(StreamArn arn, String keyArn) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Take the name out of the list of names. */
  record DeregisterName(StreamArn arn, int generation) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Nothing but the passing of time is waited for. */
  record CompleteTransition(StreamArn arn) implements StreamTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
