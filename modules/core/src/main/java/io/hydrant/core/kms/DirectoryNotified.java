package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/**
 * The outcome of {@link KeyTask.TellDirectory}: the directory knows; the key itself is as it was.
 */
public record DirectoryNotified() implements Command<Key, KeyEvent, NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decide(Key key, Instant now) {
    return Decision.answer(new NoOutput());
  }
}
