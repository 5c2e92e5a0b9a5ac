package io.hydrant.core.stream;

import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.destination.BufferingHints;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a put that the stream admits.
 *
 * @param sealedUnder the key that the records are sealed under; empty where they are stored in
 *     plaintext and the answer has {@code Encrypted: false}
 * @param processing when the records are processed; empty for a stream that processes none
 */
public record Admission(
    int generation,
    Optional<KeyEpoch> sealedUnder,
    BufferingHints buffering,
    Optional<BufferingPolicy> processing) {

  /**
   * "Attempts to send data to a delivery stream that is not in the ACTIVE state cause an
   * exception."
   */
  static Optional<ServiceError> refusal(DeliveryStream stream, String operation) {
    if (stream.type() != DeliveryStreamType.DIRECT_PUT) {
      return Optional.of(StreamErrors.putNotPermitted(stream.type()));
    }
    return switch (stream.lifecycle().status()) {
      case ACTIVE -> Optional.empty();
      case CREATING, CREATING_FAILED, DELETING, DELETING_FAILED ->
          Optional.of(StreamErrors.notAccepting(stream, operation));
    };
  }

  static Decision<StreamEvent, Admission> decide(
      DeliveryStream stream, String operation, Instant now) {
    return refusal(stream, operation)
        .<Decision<StreamEvent, Admission>>map(Decision::refuse)
        .orElseGet(
            () ->
                Decision.answer(
                    new Admission(
                        stream.generation(),
                        stream.encryption().keys().effectiveAt(now),
                        BufferingHints.of(stream.destination()),
                        Processing.of(stream.destination()).policy())));
  }
}
