package io.hydrant.core.stream;

import io.hydrant.core.id.StreamArn;

/** Work that a stream owes; what comes of it is a {@link StreamOutcome}. */
public sealed interface StreamTask {
  /** Firehose "creates a grant that enables it to use the new CMK". */
  record CreateGrant(StreamArn arn, int incarnation, int epoch, KeyTarget target)
      implements StreamTask {
    /** The same attempt has the same name, so that a repeated CreateGrant makes no second grant. */
    public String grantName() {
      return arn.name() + "-" + incarnation + "-" + epoch;
    }
  }

  record GenerateDataKey(StreamArn arn, int epoch, KeyTarget target) implements StreamTask {}

  /** Ask the buffer whether all that was sealed in that epoch has been delivered. */
  record AwaitDrained(StreamArn arn, int incarnation, int epoch) implements StreamTask {}

  record RetireGrant(StreamArn arn, int epoch, String keyArn, String grantId)
      implements StreamTask {}

  /** Have the buffer deliver, or give up, what it still holds. */
  record EmptyBuffer(StreamArn arn, int incarnation) implements StreamTask {}

  /** Make sure that the list of names has the name. */
  record EnterName(StreamArn arn, int incarnation, DeliveryStreamType type) implements StreamTask {}

  /** Make sure that the key counts the stream among those that it encrypts. */
  record HoldClaim(StreamArn arn, String keyArn) implements StreamTask {}

  /** Take the name out of the list of names. */
  record Unlist(StreamArn arn, int incarnation) implements StreamTask {}

  /** Nothing but the passing of time is waited for. */
  record Step(StreamArn arn) implements StreamTask {}
}
