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
   * @param generation the generation of the stream: each one has a budget of its own
   */
  record Admitted(int generation) {}

  Optional<ServiceError> refusal(DeliveryStream stream);

  /**
   * Returns the error for a call that an earlier stream of the name admitted and counted: the call
   * must not change a later one.
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
