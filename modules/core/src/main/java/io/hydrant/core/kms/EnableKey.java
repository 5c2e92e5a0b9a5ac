package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Lets a disabled key be used again; an enabled one stays as it is. */
public record EnableKey(Caller caller, KeyArn key) implements KeyCommand<NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present key, Instant now) {
    return KeyStateRules.pending(key.metadata())
        .map(Decision::<KeyEvent, NoOutput>refuse)
        .orElseGet(
            () ->
                key.metadata().state() == KeyState.ENABLED
                    ? Decision.answer(new NoOutput())
                    : Decision.store(new KeyEvent.KeyEnabled(now), new NoOutput()));
  }
}
