package io.hydrant.replay.query;

import io.hydrant.core.entity.ServiceError;

/** The errors of questions that a journal cannot answer. */
final class QueryErrors {
  private QueryErrors() {}

  static ServiceError beyond(String entity, long number, long last) {
    return new ServiceError(
        "NoSuchEvent", entity + " has no event " + number + "; its last one is " + last + ".");
  }

  static ServiceError trimmed(String entity, long number) {
    return new ServiceError(
        "NoSuchEvent",
        "The history of "
            + entity
            + " up to event "
            + number
            + " is not in this journal: trimmed.");
  }
}
