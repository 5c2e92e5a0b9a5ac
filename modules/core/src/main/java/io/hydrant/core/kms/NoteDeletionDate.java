package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes when a key will be deleted, or that its deletion was cancelled. The key itself has decided
 * that. A note that arrives after a newer one changes nothing.
 *
 * @param change counts the key's schedulings and cancellations, from 1; 0 from a node of an earlier
 *     build, which does not send it: such a note counts only while there is no other
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
