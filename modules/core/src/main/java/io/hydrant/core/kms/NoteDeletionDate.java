package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.Optional;

/** Notes when a key will cease to exist, or that it will not. The key itself has decided. */
public record NoteDeletionDate(KeyArn arn, Optional<Instant> deletionDate)
    implements KeyDirectoryCommand<Empty> {
  @Override
  public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory directory, Instant now) {
    return Decision.store(
        new KeyDirectoryEvent.DeletionDateNoted(now, arn, deletionDate), new Empty());
  }
}
