package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/** GenerateRandom: needs only a permission, as random bytes belong to no key. */
public record GenerateRandom() implements KeyDirectoryCommand<NoOutput> {
  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory state, Instant now) {
    return Decision.answer(new NoOutput());
  }
}
