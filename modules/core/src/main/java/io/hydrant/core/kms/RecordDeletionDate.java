package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.Optional;

/**
 * Records the deletion date of a key, or that the deletion was cancelled. A message that arrives
 * after a newer one stores nothing.
 *
 * @param change counts the key's schedulings and cancellations, from 1
 */
public record RecordDeletionDate(KeyArn arn, Optional<Instant> deletionDate, int change)
    implements KeyDirectoryCommand<NoOutput> {
  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory directory, Instant now) {
    Optional<KeyDirectory.Entry> known = directory.keys().find(arn.keyId());
    return known.stream().allMatch(entry -> entry.change() < change)
        ? Decision.store(
            new KeyDirectoryEvent.DeletionDateRecorded(now, arn, deletionDate, change),
            new NoOutput())
        : Decision.answer(new NoOutput());
  }
}
