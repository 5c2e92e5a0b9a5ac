package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/**
 * The outcome of {@link KeyTask.TellDirectory}: the directory knows; the key itself is as it was.
 */
public record KeyTold() implements Command<Key, KeyEvent, Empty> {
  @Override
  public Decision<KeyEvent, Empty> decide(Key key, Instant now) {
    return Decision.answer(new Empty());
  }
}
