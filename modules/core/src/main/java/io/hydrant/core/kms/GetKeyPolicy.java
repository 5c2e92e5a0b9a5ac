package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** GetKeyPolicy: the policy as it was put, or the default one. */
public record GetKeyPolicy() implements KeyCommand.OfExisting<String> {
  @Override
  public Decision<KeyEvent, String> decide(Key key, Instant now) {
    return Decision.answer(key.policy());
  }
}
