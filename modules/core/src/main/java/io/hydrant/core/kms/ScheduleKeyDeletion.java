package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Duration;
import java.time.Instant;

/** ScheduleKeyDeletion: the key is of no use at once, and gone after the waiting period. */
public record ScheduleKeyDeletion(int pendingWindowInDays, String by)
    implements KeyCommand.OfExisting<ScheduleKeyDeletion.Output> {
  public record Output(KeyArn arn, Instant deletionDate, int pendingWindowInDays) {}

  @Override
  public Decision<KeyEvent, Output> decide(Key key, Instant now) {
    if (key.state() == KeyState.PENDING_DELETION) {
      return Decision.refuse(Errors.invalidState(key.arn(), key.state()));
    }
    Instant date = now.plus(Duration.ofDays(pendingWindowInDays));
    return Decision.store(
        new KeyEvent.DeletionScheduled(now, date, by),
        new Output(key.arn(), date, pendingWindowInDays));
  }
}
