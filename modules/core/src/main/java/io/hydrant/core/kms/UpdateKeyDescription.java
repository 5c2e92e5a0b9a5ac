package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Gives a key another description. */
public record UpdateKeyDescription(Caller caller, KeyArn key, String description)
    implements KeyCommand<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present present, Instant now) {
    return States.pendingDeletion(present.metadata())
        .map(Decision::<KeyEvent, Empty>refuse)
        .orElseGet(
            () -> Decision.store(new KeyEvent.DescriptionUpdated(now, description), new Empty()));
  }
}
