package io.hydrant.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of all rules: real time plus an offset. The cluster's own machinery does not use it.
 */
public final class ServiceClock {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();

  public Instant now() {
    return Instant.now().plus(offset.get());
  }

  /** Moves the clock forward; it never goes back. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward");
    }
    offset.updateAndGet(old -> old.plus(by));
    listeners.values().forEach(Runnable::run);
  }

  /** Runs {@code listener} after the clock was moved; one listener an owner. */
  public void whenMoved(Object owner, Runnable listener) {
    listeners.put(owner, listener);
  }

  /** The owner is gone. */
  public void forget(Object owner) {
    listeners.remove(owner);
  }
}
