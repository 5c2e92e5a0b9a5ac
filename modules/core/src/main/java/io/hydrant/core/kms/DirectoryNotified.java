package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/**
 * The result of {@link KeyTask.NotifyDirectory}: the directory has stored it; the key does not
 * change.
 */
public record DirectoryNotified() implements Command<Key, KeyEvent, NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decide(Key key, Instant now) {
    return Decision.answer(new NoOutput());
  }
}
