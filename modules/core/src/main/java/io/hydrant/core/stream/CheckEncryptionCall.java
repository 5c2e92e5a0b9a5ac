package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks whether the stream admits a start or a stop, before the call is counted and the key
 * resolved. Nothing is stored.
 */
public sealed interface CheckEncryptionCall
    extends StreamCommand.OfExisting<CheckEncryptionCall.Admitted> {

  /**
   * The stream admits the call.
   *
   * @param generation which stream of that name: each has a budget of its own
   */
  record Admitted(int generation) {}

  Optional<ServiceError> refusal(DeliveryStream stream);

  /**
   * The call was admitted and counted by one stream: a later stream of the same name does not exist
   * for it, and has a budget of its own.
   */
  static Optional<ServiceError> checkGeneration(DeliveryStream stream, int generation) {
    return generation == stream.generation()
        ? Optional.empty()
        : Optional.of(StreamErrors.notFound(stream.arn()));
  }

  @Override
  default Decision<StreamEvent, Admitted> decide(DeliveryStream stream, Instant now) {
    return refusal(stream)
        .<Decision<StreamEvent, Admitted>>map(Decision::refuse)
        .orElseGet(() -> Decision.answer(new Admitted(stream.generation())));
  }

  record Start(EncryptionConfigurationInput key) implements CheckEncryptionCall {
    @Override
    public Optional<ServiceError> refusal(DeliveryStream stream) {
      return StartDeliveryStreamEncryption.check(stream, key);
    }
  }

  record Stop() implements CheckEncryptionCall {
    @Override
    public Optional<ServiceError> refusal(DeliveryStream stream) {
      return StopDeliveryStreamEncryption.check(stream);
    }
  }
}
