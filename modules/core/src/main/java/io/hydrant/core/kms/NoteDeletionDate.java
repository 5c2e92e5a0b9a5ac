package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes when a key will cease to exist, or that it will not. The key itself has decided; what comes
 * late, after a newer note, changes nothing.
 *
 * @param change counts the key's schedulings and cancellations, from 1; 0 from a node of the build
 *     before, which does not tell it: such a note is believed as long as no other is there
 */
public record NoteDeletionDate(KeyArn arn, Optional<Instant> deletionDate, int change)
    implements KeyDirectoryCommand<Empty> {
  @Override
  public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory directory, Instant now) {
    Optional<KeyDirectory.Entry> there = Optional.ofNullable(directory.keys().get(arn.keyId()));
    KeyDirectoryEvent.DeletionDateNoted noted =
        new KeyDirectoryEvent.DeletionDateNoted(now, arn, deletionDate, change);
    return there.stream().allMatch(entry -> isNews(entry, noted))
        ? Decision.store(noted, new Empty())
        : Decision.answer(new Empty());
  }

  private boolean isNews(KeyDirectory.Entry there, KeyDirectoryEvent.DeletionDateNoted noted) {
    return there.change() < noted.change()
        || (there.change() == noted.change() && !there.deletionDate().equals(deletionDate));
  }
}
