package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** UpdateKeyDescription: replaces the description of a key. */
public record UpdateKeyDescription(Caller caller, KeyArn key, String description)
    implements KeyCommand<NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present present, Instant now) {
    return KeyStateRules.pendingDeletion(present.metadata())
        .map(Decision::<KeyEvent, NoOutput>refuse)
        .orElseGet(
            () ->
                Decision.store(new KeyEvent.DescriptionUpdated(now, description), new NoOutput()));
  }
}
