package io.hydrant.core.directory;

import io.hydrant.core.entity.Refusal;

/** The one refusal of a directory. */
final class Errors {
  private Errors() {}

  static Refusal tooManyStreams(int streamsMax) {
    return new Refusal(
        "LimitExceededException",
        "You have already consumed your firehose quota of " + streamsMax + " hoses.");
  }
}
