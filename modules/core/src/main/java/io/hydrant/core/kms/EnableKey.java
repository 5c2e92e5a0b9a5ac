package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** Lets a disabled key be used again; an enabled one stays as it is. */
public record EnableKey(Caller caller, KeyArn key) implements KeyCommand<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present key, Instant now) {
    return States.pending(key.metadata())
        .map(Decision::<KeyEvent, Empty>refuse)
        .orElseGet(
            () ->
                key.metadata().state() == KeyState.ENABLED
                    ? Decision.answer(new Empty())
                    : Decision.store(new KeyEvent.KeyEnabled(now), new Empty()));
  }
}
