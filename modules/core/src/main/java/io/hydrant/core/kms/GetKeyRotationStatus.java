package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/** GetKeyRotationStatus: reads whether and when a key's material is rotated. */
public record GetKeyRotationStatus(Caller caller, KeyArn key)
    implements KeyCommand<GetKeyRotationStatus.Output> {
  public record Output(KeyArn keyId, Optional<KeyRotation.Automatic> automatic) {}

  /** Rotation pauses while a key is pending deletion. */
  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present present, Instant now) {
    Optional<ServiceError> refusal = KeyRotation.refusal(present.metadata());
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    boolean pending = present.metadata().state() == KeyState.PENDING_DELETION;
    return Decision.answer(
        new Output(key, pending ? Optional.empty() : present.rotation().automatic()));
  }
}
