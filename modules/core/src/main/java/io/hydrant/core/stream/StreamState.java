package io.hydrant.core.stream;

import io.hydrant.core.id.StreamArn;

/** The state under a stream's name: no stream, or a stream. */
public sealed interface StreamState permits Nonexistent, DeliveryStream {
  StreamArn arn();

  /** The state of a name that was never used. */
  static StreamState initial(StreamArn arn) {
    return new Nonexistent(arn, 0);
  }
}
