package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes when a key will be deleted, or that its deletion was cancelled. The key itself has decided
 * that. A note that arrives after a newer one changes nothing.
 *
 * @param change counts the key's schedulings and cancellations, from 1; 0 from a node of an earlier
 *     build, which does not send it: such a note counts only while there is no other
 */
public record RecordDeletionDate(KeyArn arn, Optional<Instant> deletionDate, int change)
    implements KeyDirectoryCommand<NoOutput> {
  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory directory, Instant now) {
    Optional<KeyDirectory.Entry> there = Optional.ofNullable(directory.keys().get(arn.keyId()));
    KeyDirectoryEvent.DeletionDateRecorded noted =
        new KeyDirectoryEvent.DeletionDateRecorded(now, arn, deletionDate, change);
    return there.stream().allMatch(entry -> isNews(entry, noted))
        ? Decision.store(noted, new NoOutput())
        : Decision.answer(new NoOutput());
  }

  private boolean isNews(KeyDirectory.Entry there, KeyDirectoryEvent.DeletionDateRecorded noted) {
    return there.change() < noted.change()
        || (there.change() == noted.change() && !there.deletionDate().equals(deletionDate));
  }
}
