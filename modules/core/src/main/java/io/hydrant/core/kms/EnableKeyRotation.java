package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EnableKeyRotation: rotates the key's material in that period, 365 days by default. */
public record EnableKeyRotation(Caller caller, KeyArn key, Optional<Integer> periodInDays)
    implements KeyCommand<NoOutput> {
  @Override
  public Map<String, List<String>> conditionKeys() {
    return Map.of("kms:RotationPeriodInDays", List.of(Integer.toString(days())));
  }

  @Override
  public Decision<KeyEvent, NoOutput> decideFor(Key.Present present, Instant now) {
    Optional<ServiceError> refusal = KeyRotation.refusalNow(present.metadata());
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    int days = days();
    boolean same =
        present.rotation().automatic().filter(each -> each.periodInDays() == days).isPresent();
    return same
        ? Decision.answer(new NoOutput())
        : Decision.store(
            new KeyEvent.RotationEnabled(now, days, now.plus(Duration.ofDays(days))),
            new NoOutput());
  }

  private int days() {
    return periodInDays.orElse(KmsLimits.DEFAULT_ROTATION_DAYS);
  }
}
