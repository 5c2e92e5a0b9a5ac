package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** Asks for nothing but the caller's policies: random bytes belong to no key and change nothing. */
public record GenerateRandom() implements KeyDirectoryCommand<Empty> {
  @Override
  public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory state, Instant now) {
    return Decision.answer(new Empty());
  }
}
