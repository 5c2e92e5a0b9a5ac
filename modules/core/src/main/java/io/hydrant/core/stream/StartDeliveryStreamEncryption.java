package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import java.time.Instant;
import java.util.Optional;

/**
 * StartDeliveryStreamEncryption. "This operation is asynchronous. It returns immediately": the
 * status is set to ENABLING and stored, and the caller answered; the rest is driven by the state
 * ({@link StreamTasks}). The errors that win first: no such stream, not DirectPut, type and ARN
 * that do not fit, in use; then the budget ({@code core.quota}), then what KMS says of the key.
 *
 * @param target the key, already looked at as the caller
 * @param generation the stream that admitted the call; 0 from a node of the build before
 */
public record StartDeliveryStreamEncryption(
    KeyChoice key, KeyTarget target, Pace pace, int generation)
    implements StreamCommand.OfExisting<Empty> {

  @Override
  public Decision<StreamEvent, Empty> decide(DeliveryStream stream, Instant now) {
    return EncryptionCall.checkGeneration(stream, generation)
        .or(() -> check(stream, key))
        .<Decision<StreamEvent, Empty>>map(Decision::refuse)
        .orElseGet(
            () ->
                new Decision<>(
                    SessionAge.beginning(
                        stream,
                        new EncryptionEvent.EncryptionStarting(
                            now, stream.lastEpoch() + 1, target, now.plus(pace.enabling())),
                        now),
                    Reply.success(new Empty())));
  }

  /**
   * Whether the stream admits the call. Only calls that pass count towards the 25 in 24 hours, and
   * only for them KMS is asked.
   */
  static Optional<Refusal> check(DeliveryStream stream, KeyChoice key) {
    return EncryptionArguments.checkType(stream.type())
        .or(() -> EncryptionArguments.checkKey(key))
        .or(() -> EncryptionInUse.check(stream, "StartDeliveryStreamEncryption"));
  }
}
