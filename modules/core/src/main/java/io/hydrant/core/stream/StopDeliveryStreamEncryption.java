package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * StopDeliveryStreamEncryption: DISABLING, then DISABLED. A stream that is not encrypted passes
 * through the same states. "Firehose schedules the related KMS grant for retirement and then
 * retires it after it ensures that it is finished delivering records": {@link SupersededKey}.
 *
 * @param generation the stream that admitted the call; 0 from a node of the build before
 */
public record StopDeliveryStreamEncryption(Caller caller, Pace pace, int generation)
    implements StreamCommand.OfExisting<Empty> {

  @Override
  public Decision<StreamEvent, Empty> decide(DeliveryStream stream, Instant now) {
    return EncryptionCall.checkGeneration(stream, generation)
        .or(() -> check(stream))
        .<Decision<StreamEvent, Empty>>map(Decision::refuse)
        .orElseGet(
            () ->
                Decision.store(
                    new EncryptionEvent.EncryptionStopping(now, now.plus(pace.disabling()), caller),
                    new Empty()));
  }

  static Optional<Refusal> check(DeliveryStream stream) {
    return EncryptionArguments.checkType(stream.type())
        .or(() -> EncryptionInUse.check(stream, "StopDeliveryStreamEncryption"));
  }
}
