package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/** Registers a new key; a repeated registration stores nothing. */
public record RegisterKey(KeyArn arn) implements KeyDirectoryCommand<NoOutput> {
  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory directory, Instant now) {
    return directory.keys().containsKey(arn.keyId())
        ? Decision.answer(new NoOutput())
        : Decision.store(new KeyDirectoryEvent.KeyRegistered(now, arn), new NoOutput());
  }
}
