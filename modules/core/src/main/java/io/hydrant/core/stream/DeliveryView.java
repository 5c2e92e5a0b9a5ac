package io.hydrant.core.stream;

import io.hydrant.core.destination.BufferingHints;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.StreamArn;
import java.time.Instant;
import java.util.List;

/**
 * The facts about a stream that the delivery of its records needs.
 *
 * @param suspended true while records wait because KMS does not decrypt their data key
 */
public record DeliveryView(
    StreamArn arn,
    Destination destination,
    String versionId,
    List<KeyEpoch> epochs,
    boolean suspended) {

  /** Returns when batches are delivered. */
  public BufferingHints buffering() {
    return BufferingHints.of(destination);
  }

  /**
   * The shell's own read; no API operation.
   *
   * @param generation the stream whose records are delivered; no later stream of its name is
   *     mistaken for it
   */
  public record Read(int generation) implements StreamCommand.OfExisting<DeliveryView> {
    @Override
    public Decision<StreamEvent, DeliveryView> decide(DeliveryStream stream, Instant now) {
      if (generation != stream.generation()) {
        return Decision.refuse(StreamErrors.notFound(stream.arn()));
      }
      return Decision.answer(
          new DeliveryView(
              stream.arn(),
              stream.destination(),
              stream.versionId(),
              stream.epochs(),
              stream.suspended().isPresent()));
    }
  }
}
