package io.hydrant.replay.tell;

import io.hydrant.core.entity.Refusal;

/** Questions that a journal cannot answer, each in a sentence. */
final class Errors {
  private Errors() {}

  static Refusal beyond(String entity, long number, long last) {
    return new Refusal(
        "NoSuchEvent", entity + " has no event " + number + "; its last one is " + last + ".");
  }

  static Refusal trimmed(String entity, long number) {
    return new Refusal(
        "NoSuchEvent",
        "The history of "
            + entity
            + " up to event "
            + number
            + " is not in this journal: trimmed.");
  }
}
