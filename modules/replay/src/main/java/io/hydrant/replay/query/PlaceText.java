package io.hydrant.replay.query;

import io.hydrant.core.buffer.OutputPlace;

/** Names the places of processed records. */
final class PlaceText {
  private PlaceText() {}

  static String of(OutputPlace place) {
    return switch (place.kind()) {
      case DATA ->
          place.isPartition()
              ? "the partition " + place.queryKeys() + place.lambdaKeys()
              : "the data";
      case ERRORS -> place.errorType();
      case BACKUP -> "the backup";
    };
  }
}
