package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTasks;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Starts the tasks of an entity's state when {@link PendingTasks} says so, and sets the timer for
 * the next start.
 */
final class TaskScheduler<S, E extends Event<S>, T> {
  /** The longest timer: Pekko refuses delays of more than 248 days. */
  private static final Duration WAIT_MAX = Duration.ofDays(1);

  /** A timer may fire up to a millisecond early, so each timer is a millisecond longer. */
  private static final Duration TIMER_PRECISION = Duration.ofMillis(1);

  private static final int FAILURES_PER_WARNING = 12;

  private final TaskHandler<S, E, T> handler;
  private final ServiceClock clock;
  private final Supplier<Duration> uptime;
  private final ActorContext<EntityMessage<S, E>> context;
  private final TimerScheduler<EntityMessage<S, E>> timers;
  private PendingTasks<T> tasks = PendingTasks.none();

  /** The correlation context of the request that led to a task. */
  private final Map<T, CorrelationContext> origins = new HashMap<>();

  /**
   * Creates the scheduler of one entity.
   *
   * @param uptime the real time, for the pauses between attempts
   */
  TaskScheduler(
      TaskHandler<S, E, T> handler,
      ServiceClock clock,
      Supplier<Duration> uptime,
      ActorContext<EntityMessage<S, E>> context,
      TimerScheduler<EntityMessage<S, E>> timers) {
    this.handler = handler;
    this.clock = clock;
    this.uptime = uptime;
    this.context = context;
    this.timers = timers;
    clock.setListener(context.getSelf(), () -> context.getSelf().tell(new EntityMessage.Wake<>()));
  }

  /** Returns the real time from an arbitrary start. */
  static Duration uptime() {
    return Duration.ofNanos(System.nanoTime());
  }

  /** Stops listening to the clock; the entity stops. */
  void close() {
    clock.removeListener(context.getSelf());
  }

  /** Starts the tasks of the state that are due, and sets a timer for the next one. */
  void reconcile(S state) {
    tasks = tasks.reconcile(handler.outstanding(state), handler.onceInMemory(state));
    Set<T> known = tasks.known();
    origins.keySet().retainAll(known);
    known.forEach(task -> origins.putIfAbsent(task, CorrelationContexts.current()));
    Instant now = clock.now();
    tasks.due(now, uptime.get()).forEach(task -> start(task, state));
    tasks
        .untilNext(now, uptime.get())
        .ifPresentOrElse(
            wait -> timers.startSingleTimer(this, new EntityMessage.Wake<>(), timer(wait)),
            () -> timers.cancel(this));
  }

  private static Duration timer(Duration wait) {
    return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait.plus(TIMER_PRECISION);
  }

  private void start(T task, S state) {
    tasks = tasks.started(task);
    context.pipeToSelf(
        CorrelationContexts.runIn(origins.get(task), () -> handler.perform(task, state)),
        (outcome, failure) ->
            failure == null
                ? new EntityMessage.TaskEnded<S, E>(task, outcome, Optional.empty())
                : new EntityMessage.TaskEnded<S, E>(task, Optional.empty(), Optional.of(failure)));
  }

  /**
   * Returns the correlation context of the task, which is also that of the events of its outcome.
   */
  CorrelationContext origin(EntityMessage.TaskEnded<S, E> ended) {
    return origins.getOrDefault(ended.task(), CorrelationContext.NONE);
  }

  /** Records the end of a task; a task without an outcome is retried after a pause. */
  void ended(EntityMessage.TaskEnded<S, E> ended) {
    // This scheduler created the message from one of its tasks.
    @SuppressWarnings("unchecked")
    T task = (T) ended.task();
    tasks = ended.outcome().isPresent() ? tasks.succeeded(task) : tasks.failed(task, uptime.get());
    ended.failure().ifPresent(failure -> warn(task, failure));
  }

  private void warn(T task, Throwable failure) {
    int failures = tasks.failures(task);
    if (failures == 1 || failures % FAILURES_PER_WARNING == 0) {
      context
          .getLog()
          .warn(
              "{} did not succeed ({} so far), it will be tried again: {}",
              handler.describe(task),
              failures,
              reason(failure));
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }
}
