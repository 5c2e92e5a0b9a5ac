package io.hydrant.runtime.clock;

import io.hydrant.api.port.ClockControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The clock that all rules read: real time plus an offset. Cluster membership does not use it. */
public final class ServiceClock implements ClockControl {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();

  private final InstantSource realTime;

  public ServiceClock() {
    this(InstantSource.system());
  }

  public ServiceClock(InstantSource realTime) {
    this.realTime = realTime;
  }

  @Override
  public Instant now() {
    return realTime.instant().plus(offset.get());
  }

  /** Sets the clock, before anything has read it, to the time at which a journal continues. */
  public void startAt(Instant time) {
    offset.set(Duration.between(realTime.instant(), time));
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

  /** Returns the time by which the clock was moved. */
  public Duration offset() {
    return offset.get();
  }

  /**
   * Moves the clock forward to another node's offset; an offset that is smaller changes nothing.
   */
  public void advanceTo(Duration theirs) {
    Duration before = offset.getAndUpdate(ours -> ours.compareTo(theirs) < 0 ? theirs : ours);
    if (before.compareTo(theirs) < 0) {
      listeners.values().forEach(Runnable::run);
    }
  }

  /** Runs {@code listener} after the clock was moved. An owner has one listener. */
  public void setListener(Object owner, Runnable listener) {
    listeners.put(owner, listener);
  }

  /** Removes the owner's listener. */
  public void removeListener(Object owner) {
    listeners.remove(owner);
  }

  /** Completes once the clock shows that time, by itself or because it was moved. */
  public CompletionStage<Instant> reached(Instant time) {
    Object owner = new Object();
    CompletableFuture<Instant> done = new CompletableFuture<>();
    Runnable check =
        () -> {
          if (!now().isBefore(time)) {
            removeListener(owner);
            done.complete(now());
          }
        };
    setListener(owner, check);
    long millis = Math.max(0, Duration.between(now(), time).toMillis());
    if (millis == 0) {
      check.run();
    }
    if (!done.isDone()) {
      CompletableFuture.delayedExecutor(millis + 1, TimeUnit.MILLISECONDS).execute(check);
    }
    return done;
  }

  /** Sets the clock to real time. Everything that has read the old time must have stopped. */
  public void reset() {
    offset.set(Duration.ZERO);
  }
}
