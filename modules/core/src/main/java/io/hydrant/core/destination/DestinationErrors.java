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

  static ServiceError invalid(String message) {
    return new ServiceError("InvalidArgumentException", message);
  }
}
