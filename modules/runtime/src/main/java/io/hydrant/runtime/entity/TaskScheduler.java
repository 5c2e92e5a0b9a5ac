package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Starts the tasks of a state when they are due, and repeats those that fail. No task runs twice at
 * the same time. The state says what is to do; the desk itself remembers only which tasks run, and
 * which tasks without a final event are done.
 */
final class TaskScheduler<S, E extends Event<S>, T> {
  private static final Duration RETRY_FIRST = Duration.ofMillis(250);
  private static final Duration RETRY_MAX = Duration.ofSeconds(5);

  /** The scheduler refuses delays of more than 248 days: after this, the wait goes on. */
  private static final Duration WAIT_MAX = Duration.ofDays(1);

  private final TaskHandler<S, E, T> work;
  private final ServiceClock clock;
  private final ActorContext<EntityMessage<S, E>> context;
  private final TimerScheduler<EntityMessage<S, E>> timers;
  private final Set<T> underWay = new HashSet<>();
  private final Map<T, Pause> paused = new HashMap<>();

  /** Those that no event ends, and which of them are done. */
  private List<T> once = List.of();

  private final Set<T> doneOnce = new HashSet<>();

  /** Where tasks come from, as long as the entity is in memory. */
  private final Map<T, CorrelationContext> origins = new HashMap<>();

  /** A task that did not succeed: how often, and when it is tried again. */
  private record Pause(int failures, long untilNanos) {
    static Pause after(int failures) {
      Duration pause = RETRY_FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
      Duration bounded = pause.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : pause;
      return new Pause(failures, System.nanoTime() + bounded.toNanos());
    }

    Duration left() {
      return Duration.ofNanos(Math.max(0, untilNanos - System.nanoTime()));
    }
  }

  TaskScheduler(
      TaskHandler<S, E, T> work,
      ServiceClock clock,
      ActorContext<EntityMessage<S, E>> context,
      TimerScheduler<EntityMessage<S, E>> timers) {
    this.work = work;
    this.clock = clock;
    this.context = context;
    this.timers = timers;
    clock.whenMoved(
        context.getSelf().path(), () -> context.getSelf().tell(new EntityMessage.Wake<>()));
  }

  /** The entity stops. */
  void close() {
    clock.forget(context.getSelf().path());
  }

  /** Starts what is due, and sets a timer for what is due next. */
  void follow(S state) {
    Instant now = clock.now();
    List<PendingTask<T>> owed = owed(state);
    Set<T> tasks = owed.stream().map(PendingTask::task).collect(Collectors.toSet());
    paused.keySet().retainAll(tasks);
    origins.keySet().removeIf(task -> !tasks.contains(task) && !underWay.contains(task));
    tasks.forEach(task -> origins.putIfAbsent(task, CorrelationContexts.current()));
    Optional<Duration> next = Optional.empty();
    for (PendingTask<T> each : owed) {
      if (underWay.contains(each.task())) {
        continue;
      }
      Duration wait = wait(each, now);
      if (wait.isZero()) {
        start(each.task(), state);
      } else {
        next = Optional.of(next.filter(sooner -> sooner.compareTo(wait) < 0).orElse(wait));
      }
    }
    next.ifPresentOrElse(
        wait -> timers.startSingleTimer(this, new EntityMessage.Wake<>(), bounded(wait)),
        () -> timers.cancel(this));
  }

  private List<PendingTask<T>> owed(S state) {
    once = work.onceInMemory(state);
    doneOnce.retainAll(once);
    List<PendingTask<T>> owed = new ArrayList<>(work.outstanding(state));
    once.stream()
        .filter(task -> !doneOnce.contains(task))
        .forEach(task -> owed.add(new PendingTask<>(task, Instant.MIN)));
    return owed;
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
  }

  private Duration wait(PendingTask<T> each, Instant now) {
    if (now.isBefore(each.due())) {
      // Timers are good to the millisecond: round up, so that it is due when they fire.
      return Duration.between(now, each.due()).plusMillis(1);
    }
    return paused.containsKey(each.task()) ? paused.get(each.task()).left() : Duration.ZERO;
  }

  private void start(T task, S state) {
    underWay.add(task);
    context.pipeToSelf(
        CorrelationContexts.runIn(origins.get(task), () -> work.perform(task, state)),
        (outcome, failure) ->
            failure == null
                ? new EntityMessage.TaskEnded<S, E>(task, outcome, Optional.empty())
                : new EntityMessage.TaskEnded<S, E>(task, Optional.empty(), Optional.of(failure)));
  }

  /** The task's, and so that of what it leads to. */
  CorrelationContext origin(EntityMessage.TaskEnded<S, E> ended) {
    return origins.getOrDefault(ended.task(), CorrelationContext.NONE);
  }

  /** A task has ended; without an outcome it is tried again after a pause. */
  void ended(EntityMessage.TaskEnded<S, E> ended) {
    // The desk made the message from a task of its own.
    @SuppressWarnings("unchecked")
    T task = (T) ended.task();
    underWay.remove(task);
    if (ended.outcome().isPresent()) {
      paused.remove(task);
      if (once.contains(task)) {
        doneOnce.add(task);
      }
      return;
    }
    Pause before = paused.get(task);
    int failures = before == null ? 1 : before.failures() + 1;
    paused.put(task, Pause.after(failures));
    ended
        .failure()
        .ifPresent(
            failure -> {
              if (failures == 1 || failures % 12 == 0) {
                context
                    .getLog()
                    .warn(
                        "{} did not succeed ({} so far), it will be tried again: {}",
                        work.describe(task),
                        failures,
                        reason(failure));
              }
            });
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }
}
