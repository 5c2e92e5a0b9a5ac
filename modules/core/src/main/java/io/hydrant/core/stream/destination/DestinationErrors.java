package io.hydrant.core.stream.destination;

import io.hydrant.core.entity.Refusal;

/** Every refusal of a destination's or a source's configuration. */
final class DestinationErrors {
  private DestinationErrors() {}

  static Refusal notExactlyOne() {
    return invalid("Exactly one destination configuration is supported for a Firehose");
  }

  static Refusal longKey(String member, int bytes, int max) {
    return invalid(
        member + " leads to object keys of " + bytes + " bytes; S3 takes at most " + max + ".");
  }

  static Refusal longSegment(String member, int bytes, int max) {
    return invalid(
        member
            + " leads to object keys with a segment of "
            + bytes
            + " bytes; at most "
            + max
            + " can be stored between two slashes.");
  }

  static Refusal relativeSegment(String member, String segment) {
    return invalid(member + " must not have the path segment '" + segment + "'.");
  }

  static Refusal controlCharacter(String member) {
    return invalid(member + " must not contain control characters.");
  }

  static Refusal invalid(String message) {
    return new Refusal("InvalidArgumentException", message);
  }
}
