package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Keeps a key from being used until it is enabled again; a disabled one stays as it is. */
public record DisableKey(Caller caller, KeyArn key) implements KeyCommand<NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present key, Instant now) {
    return KeyStateRules.pending(key.metadata())
        .map(Decision::<KeyEvent, NoOutput>refuse)
        .orElseGet(
            () ->
                key.metadata().state() == KeyState.DISABLED
                    ? Decision.answer(new NoOutput())
                    : Decision.store(new KeyEvent.KeyDisabled(now), new NoOutput()));
  }
}
