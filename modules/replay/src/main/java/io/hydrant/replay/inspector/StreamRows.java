package io.hydrant.replay.inspector;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.fold.Inspection;
import io.hydrant.replay.fold.Pretty;
import io.hydrant.replay.fold.StreamFold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The streams of the overview, from the histories that they fold. */
final class StreamRows {
  private StreamRows() {}

  /**
   * @param budget the history of the stream's present budget
   */
  static Optional<Overview.StreamRow> stream(
      String entity,
      List<JournalView.Entry> history,
      List<JournalView.Entry> budget,
      Optional<BufferSummary> buffer,
      Instant now) {
    return StreamFold.stream(entity, history)
        .map(stream -> row(stream, Inspection.budgetLeft(budget, now), buffer, now));
  }

  private static Overview.StreamRow row(
      DeliveryStream stream, int left, Optional<BufferSummary> buffer, Instant now) {
    EncryptionDescription encryption = DescribeDeliveryStream.describe(stream).encryption();
    return new Overview.StreamRow(
        InspectorRoutes.STREAMS
            + stream.arn().account()
            + "/"
            + stream.arn().region()
            + "/"
            + stream.arn().name(),
        stream.arn().name().value(),
        stream.arn().account() + " " + stream.arn().region(),
        stream.lifecycle().status().name(),
        encryption.status().name(),
        encryption
            .keyArn()
            .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
            .or(() -> encryption.keyType().map(Enum::name))
            .orElse(""),
        Integer.toString(left),
        buffer.map(held -> BufferWords.held(held, now)).orElse("?"),
        buffer.flatMap(BufferSummary::deliveredAt).map(Pretty::time).orElse("never"));
  }
}
