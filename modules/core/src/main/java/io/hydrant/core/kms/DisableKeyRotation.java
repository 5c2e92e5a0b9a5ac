package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/** DisableKeyRotation: ends automatic rotation. */
public record DisableKeyRotation(Caller caller, KeyArn key) implements KeyCommand<NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present present, Instant now) {
    Optional<ServiceError> refusal = KeyRotation.refusalNow(present.metadata());
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    return present.rotation().automatic().isEmpty()
        ? Decision.answer(new NoOutput())
        : Decision.store(new KeyEvent.RotationDisabled(now), new NoOutput());
  }
}
