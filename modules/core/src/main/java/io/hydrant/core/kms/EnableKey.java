package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** EnableKey; of an enabled key it changes nothing. */
public record EnableKey(String by) implements KeyCommand.OfExisting<Empty> {
  @Override
  public Decision<KeyEvent, Empty> decide(Key key, Instant now) {
    return switch (key.state()) {
      case ENABLED -> Decision.answer(new Empty());
      case DISABLED -> Decision.store(new KeyEvent.KeyEnabled(now, by), new Empty());
      case PENDING_DELETION, PENDING_IMPORT ->
          Decision.refuse(Errors.invalidState(key.arn(), key.state()));
    };
  }
}
