package io.hydrant.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of all rules: real time plus an offset. The cluster's own machinery does not use it.
 */
public final class ServiceClock {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public Instant now() {
    return Instant.now().plus(offset.get());
  }

  /** Moves the clock forward; it never goes back. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward");
    }
    offset.updateAndGet(old -> old.plus(by));
  }
}
