package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/** Ends automatic rotation. */
public record DisableKeyRotation(Caller caller, KeyArn key) implements KeyCommand<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present present, Instant now) {
    Optional<Refusal> refusal =
        KeyRotation.refusal(present.metadata()).or(() -> States.notEnabled(present.metadata()));
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    return present.rotation().automatic().isEmpty()
        ? Decision.answer(new Empty())
        : Decision.store(new KeyEvent.RotationDisabled(now), new Empty());
  }
}
