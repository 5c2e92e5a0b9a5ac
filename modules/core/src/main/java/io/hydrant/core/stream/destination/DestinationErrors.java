package io.hydrant.core.stream.destination;

import io.hydrant.core.entity.Refusal;

/** Every refusal of a destination's or a source's configuration. */
final class DestinationErrors {
  private DestinationErrors() {}

  static Refusal notExactlyOne() {
    return invalid("Exactly one destination configuration is supported for a Firehose");
  }

  static Refusal invalid(String message) {
    return new Refusal("InvalidArgumentException", message);
  }
}
