package io.hydrant.runtime.clock;

import io.hydrant.api.port.ClockControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of all rules: real time plus an offset. The cluster's own machinery does not use it.
 */
public final class ServiceClock implements ClockControl {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();

  @Override
  public Instant now() {
    return Instant.now().plus(offset.get());
  }

  /** Sets the clock before anything has looked at it: a journal goes on from that time. */
  public void startAt(Instant time) {
    offset.set(Duration.between(Instant.now(), time));
  }

  /** Moves the clock forward; it never goes back. */
  @Override
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward");
    }
    offset.updateAndGet(old -> old.plus(by));
    listeners.values().forEach(Runnable::run);
  }

  /** How far the clock was moved. */
  public Duration offset() {
    return offset.get();
  }

  /** Moves the clock on to what another node's shows; to where it is already, it stays. */
  public void advanceTo(Duration theirs) {
    Duration before = offset.getAndUpdate(ours -> ours.compareTo(theirs) < 0 ? theirs : ours);
    if (before.compareTo(theirs) < 0) {
      listeners.values().forEach(Runnable::run);
    }
  }

  /** Runs {@code listener} after the clock was moved; one listener an owner. */
  public void whenMoved(Object owner, Runnable listener) {
    listeners.put(owner, listener);
  }

  /** The owner is gone. */
  public void forget(Object owner) {
    listeners.remove(owner);
  }

  /** Completes once the clock shows that time, by itself or because it was moved. */
  public CompletionStage<Instant> reached(Instant time) {
    Object owner = new Object();
    CompletableFuture<Instant> done = new CompletableFuture<>();
    Runnable look =
        () -> {
          if (!now().isBefore(time)) {
            forget(owner);
            done.complete(now());
          }
        };
    whenMoved(owner, look);
    long millis = Math.max(0, Duration.between(now(), time).toMillis());
    if (millis == 0) {
      look.run();
    }
    if (!done.isDone()) {
      CompletableFuture.delayedExecutor(millis + 1, TimeUnit.MILLISECONDS).execute(look);
    }
    return done;
  }

  /** Back to real time, when all that knew the old time is gone. */
  public void reset() {
    offset.set(Duration.ZERO);
  }
}
