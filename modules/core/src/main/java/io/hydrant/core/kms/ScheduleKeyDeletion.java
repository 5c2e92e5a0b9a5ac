package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ScheduleKeyDeletion: deletes a key after 7 to 30 days; it cannot be used meanwhile. */
public record ScheduleKeyDeletion(Caller caller, KeyArn key, Optional<Integer> pendingWindowInDays)
    implements KeyCommand<ScheduleKeyDeletion.Output> {
  public record Output(
      KeyArn keyId, Instant deletionDate, KeyState keyState, int pendingWindowInDays) {}

  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of("kms:ScheduleKeyDeletionPendingWindowInDays", List.of(Integer.toString(days())));
  }

  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present key, Instant now) {
    int days = days();
    if (days < KmsLimits.MIN_DELETION_DAYS) {
      return Decision.refuse(
          KmsErrors.below("pendingWindowInDays", days, KmsLimits.MIN_DELETION_DAYS));
    }
    if (days > KmsLimits.MAX_DELETION_DAYS) {
      return Decision.refuse(
          KmsErrors.above("pendingWindowInDays", days, KmsLimits.MAX_DELETION_DAYS));
    }
    if (key.metadata().state() == KeyState.PENDING_DELETION) {
      return Decision.refuse(KmsErrors.pendingDeletion(key.arn()));
    }
    Instant date = now.plus(KmsLimits.DAY.multipliedBy(days));
    return Decision.store(
        new KeyEvent.KeyDeletionScheduled(now, date),
        new Output(key.arn(), date, KeyState.PENDING_DELETION, days));
  }

  private int days() {
    return pendingWindowInDays.orElse(KmsLimits.DEFAULT_DELETION_DAYS);
  }
}
