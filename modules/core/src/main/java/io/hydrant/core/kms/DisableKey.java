package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Keeps a key from being used until it is enabled again; a disabled one stays as it is. */
public record DisableKey(Caller caller, KeyArn key) implements KeyCommand<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present key, Instant now) {
    return States.pending(key.metadata())
        .map(Decision::<KeyEvent, Empty>refuse)
        .orElseGet(
            () ->
                key.metadata().state() == KeyState.DISABLED
                    ? Decision.answer(new Empty())
                    : Decision.store(new KeyEvent.KeyDisabled(now), new Empty()));
  }
}
