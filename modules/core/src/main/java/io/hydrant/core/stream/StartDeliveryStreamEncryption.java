package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.Optional;

/**
 * StartDeliveryStreamEncryption. "This operation is asynchronous. It returns immediately": the
 * status is set to ENABLING and stored, and the caller answered; the rest is driven by the state
 * ({@link StreamTasks}). The errors, in their order: no such stream, not DirectPut, type and ARN
 * that do not fit, in use; then the budget ({@code core.quota}), then what KMS says of the key.
 *
 * @param target the key, resolved with the caller's permissions
 * @param generation the stream that admitted the call
 */
public record StartDeliveryStreamEncryption(
    EncryptionConfigurationInput key, ResolvedKey target, TransitionDelays pace, int generation)
    implements StreamCommand.OfExisting<NoOutput> {

  @Override
  public Decision<StreamEvent, NoOutput> decide(DeliveryStream stream, Instant now) {
    return CheckEncryptionCall.checkGeneration(stream, generation)
        .or(() -> check(stream, key))
        .<Decision<StreamEvent, NoOutput>>map(Decision::refuse)
        .orElseGet(
            () ->
                new Decision<>(
                    SessionAge.beginning(
                        stream,
                        new EncryptionEvent.EncryptionRequested(
                            now, stream.lastEpoch() + 1, target, now.plus(pace.enabling())),
                        now),
                    Reply.success(new NoOutput())));
  }

  /**
   * Checks whether the stream admits the call. Only calls that pass count towards the 25 in 24
   * hours, and only for them KMS is asked.
   */
  static Optional<ServiceError> check(DeliveryStream stream, EncryptionConfigurationInput key) {
    return EncryptionValidation.checkType(stream.type())
        .or(() -> EncryptionValidation.checkKey(key))
        .or(() -> EncryptionPreconditions.check(stream, "StartDeliveryStreamEncryption"));
  }
}
