package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import java.time.Instant;

/**
 * A stream at a glance.
 *
 * @param generation which of the streams that have had this name
 */
public record StreamSummary(
    StreamArn arn, int generation, DeliveryStreamStatus status, EncryptionDescription encryption) {

  /** Returns the summary of a stream. */
  public static StreamSummary of(DeliveryStream stream) {
    return new StreamSummary(
        stream.arn(),
        stream.generation(),
        stream.lifecycle().status(),
        DescribeDeliveryStream.describe(stream).encryption());
  }

  /** Reads the summary; no API operation. */
  public record Read() implements StreamCommand.OfExisting<StreamSummary> {
    @Override
    public Decision<StreamEvent, StreamSummary> decide(DeliveryStream stream, Instant now) {
      return Decision.answer(of(stream));
    }
  }
}
