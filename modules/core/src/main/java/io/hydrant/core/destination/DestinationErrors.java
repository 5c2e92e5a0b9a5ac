package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/** The errors of the configurations of destinations and sources. */
final class DestinationErrors {
  private DestinationErrors() {}

  static ServiceError notExactlyOne() {
    return invalid("Exactly one destination configuration is supported for a Firehose");
  }

  static ServiceError longKey(String member, int bytes, int max) {
    return invalid(
        member + " leads to object keys of " + bytes + " bytes; S3 takes at most " + max + ".");
  }

  static ServiceError longSegment(String member, int bytes, int max) {
    return invalid(
        member
            + " leads to object keys with a segment of "
            + bytes
            + " bytes; at most "
            + max
            + " can be stored between two slashes.");
  }

  static ServiceError relativeSegment(String member, String segment) {
    return invalid(member + " must not have the path segment '" + segment + "'.");
  }

  static ServiceError controlCharacter(String member) {
    return invalid(member + " must not contain control characters.");
  }

  static ServiceError invalid(String message) {
    return new ServiceError("InvalidArgumentException", message);
  }
}
