package io.hydrant.replay.query;

import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.replay.projection.PlaceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the records that the processing of a record, with others, has made. */
final class MadeTrace {
  private final List<ProcessedRecords> unplanned = new ArrayList<>();
  private final Set<Long> batches = new HashSet<>();
  private boolean processed;

  String processed(List<ProcessedRecords> made) {
    processed = true;
    unplanned.addAll(made);
    return "processed with others, which made " + PlaceText.counts(made);
  }

  /** Returns the text of a batch that takes some of the records; empty for another batch. */
  Optional<String> planned(Batch batch) {
    boolean some =
        unplanned.removeIf(
            each ->
                batch.place().filter(each.place()::equals).isPresent()
                    && each.chunk().nextPosition() <= batch.endPosition());
    if (!some) {
      return Optional.empty();
    }
    batches.add(batch.number());
    return Optional.of(
        "what its processing made for "
            + batch.place().map(PlaceText::of).orElseThrow()
            + " became part of "
            + text(batch));
  }

  /** Returns the number and the object of a batch. */
  static String text(Batch batch) {
    S3ObjectLocation target = batch.target();
    return "batch "
        + batch.number()
        + ", s3://"
        + target.bucket()
        + "/"
        + target.key()
        + " ("
        + target.compression()
        + ")";
  }

  boolean holds(long batchNumber) {
    return batches.contains(batchNumber);
  }

  void ended(long batchNumber) {
    batches.remove(batchNumber);
  }

  /** Returns whether the record waits to be processed. */
  boolean isWaiting() {
    return !processed;
  }

  boolean isEnded() {
    return processed && unplanned.isEmpty() && batches.isEmpty();
  }
}
