package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.Optional;

/**
 * StopDeliveryStreamEncryption: DISABLING, then DISABLED. A stream that is not encrypted passes
 * through the same states. "Firehose schedules the related KMS grant for retirement and then
 * retires it after it ensures that it is finished delivering records": {@link RetiringKey}.
 *
 * @param generation the stream that admitted the call
 */
public record StopDeliveryStreamEncryption(TransitionDelays pace, int generation)
    implements StreamCommand.OfExisting<NoOutput> {

  @Override
  public Decision<StreamEvent, NoOutput> decide(DeliveryStream stream, Instant now) {
    return CheckEncryptionCall.checkGeneration(stream, generation)
        .or(() -> check(stream))
        .<Decision<StreamEvent, NoOutput>>map(Decision::refuse)
        .orElseGet(
            () ->
                Decision.store(
                    new EncryptionEvent.EncryptionStopRequested(now, now.plus(pace.disabling())),
                    new NoOutput()));
  }

  static Optional<ServiceError> check(DeliveryStream stream) {
    return EncryptionValidation.checkType(stream.type())
        .or(() -> EncryptionPreconditions.check(stream, "StopDeliveryStreamEncryption"));
  }
}
