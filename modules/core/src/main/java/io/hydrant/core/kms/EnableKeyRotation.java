package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the key's material replaced every so many days, 365 where none are given. */
public record EnableKeyRotation(Caller caller, KeyArn key, Optional<Integer> periodInDays)
    implements KeyCommand<Empty> {
  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of("kms:RotationPeriodInDays", List.of(Integer.toString(days())));
  }

  @Override
  public Decision<KeyEvent, Empty> decideFor(Key.Present present, Instant now) {
    Optional<Refusal> refusal =
        KeyRotation.refusal(present.metadata()).or(() -> States.notEnabled(present.metadata()));
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    int days = days();
    boolean same =
        present.rotation().automatic().filter(each -> each.periodInDays() == days).isPresent();
    return same
        ? Decision.answer(new Empty())
        : Decision.store(
            new KeyEvent.RotationEnabled(now, days, now.plus(Duration.ofDays(days))), new Empty());
  }

  private int days() {
    return periodInDays.orElse(Limits.DEFAULT_ROTATION_DAYS);
  }
}
