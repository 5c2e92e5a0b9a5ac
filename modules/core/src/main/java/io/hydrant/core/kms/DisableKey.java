package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** DisableKey; of a disabled key it changes nothing. */
public record DisableKey(String by) implements KeyCommand.OfExisting<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decide(Key key, Instant now) {
    return switch (key.state()) {
      case DISABLED -> Decision.answer(new Empty());
      case ENABLED -> Decision.store(new KeyEvent.KeyDisabled(now, by), new Empty());
      case PENDING_DELETION, PENDING_IMPORT ->
          Decision.refuse(Errors.invalidState(key.arn(), key.state()));
    };
  }
}
