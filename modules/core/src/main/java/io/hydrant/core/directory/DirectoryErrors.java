package io.hydrant.core.directory;

import io.hydrant.core.entity.ServiceError;

/** The one refusal of a directory. */
final class DirectoryErrors {
  private DirectoryErrors() {}

  static ServiceError tooManyStreams(int streamsMax) {
    return new ServiceError(
        "LimitExceededException",
        "You have already consumed your firehose quota of " + streamsMax + " hoses.");
  }
}
