package io.hydrant.inspector;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import io.hydrant.replay.projection.Formats;
import java.time.Instant;
import java.util.Optional;

/** Makes the rows of streams in the overview. */
final class StreamRows {
  /** The text of a row in place of a state. */
  static final String SILENT = "did not answer in time";

  private static final String UNKNOWN = "?";

  private StreamRows() {}

  static Overview.StreamRow row(String id, LiveStreams.Now found, Instant now) {
    EncryptionDescription encryption = found.stream().encryption();
    Optional<BufferSummary> buffer = found.buffer();
    return new Overview.StreamRow(
        InspectorRoutes.STREAMS + id,
        name(id),
        where(id),
        found.stream().status().name(),
        encryption.status().name(),
        encryption
            .keyArn()
            .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
            .or(() -> encryption.keyType().map(Enum::name))
            .orElse(""),
        found.callsLeft().map(left -> Integer.toString(left)).orElse(UNKNOWN),
        buffer.map(held -> BufferWords.held(held, now)).orElse(UNKNOWN),
        buffer.map(held -> held.deliveredAt().map(Formats::time).orElse("never")).orElse(UNKNOWN));
  }

  /** Returns the row of a stream that does not answer. */
  static Overview.StreamRow silent(String id) {
    return new Overview.StreamRow(
        InspectorRoutes.STREAMS + id,
        name(id),
        where(id),
        SILENT,
        UNKNOWN,
        "",
        UNKNOWN,
        UNKNOWN,
        UNKNOWN);
  }

  static String name(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  static String where(String id) {
    return id.substring(0, id.lastIndexOf('/')).replace('/', ' ');
  }
}
