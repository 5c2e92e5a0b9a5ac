package io.hydrant.core.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scheduling rule of one entity's tasks: a task starts when it is due, never runs twice at the
 * same time, and is tried again after a pause that doubles up to a limit. A value; a crash forgets
 * it, and the state says again what is pending.
 *
 * <p>Two times go in. The service's clock, which a person can move, says what is due. The uptime,
 * which passes by itself, measures the pauses.
 *
 * @param pending what the state owes now, in the order in which it starts
 * @param onceInMemory tasks that no event ends; each is done once while the entity is in memory
 * @param completed those of {@code onceInMemory} that are done
 * @param retries the pending tasks that have failed since they last succeeded
 */
public record PendingTasks<T>(
    List<PendingTask<T>> pending,
    Set<T> onceInMemory,
    Set<T> completed,
    Set<T> inFlight,
    Map<T, Retry> retries) {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int DOUBLINGS_MAX = 10;

  /**
   * A task that has failed.
   *
   * @param failures in a row, at least 1
   * @param notBefore the uptime at which it may start again
   */
  public record Retry(int failures, Duration notBefore) {}

  public PendingTasks {
    pending = List.copyOf(pending);
    onceInMemory = Set.copyOf(onceInMemory);
    completed = Set.copyOf(completed);
    inFlight = Set.copyOf(inFlight);
    retries = Map.copyOf(retries);
  }

  /** The tasks of an entity that has just come into memory. */
  public static <T> PendingTasks<T> none() {
    return new PendingTasks<>(List.of(), Set.of(), Set.of(), Set.of(), Map.of());
  }

  /**
   * Follows a new state. Tasks that it no longer owes are forgotten with their failures; those in
   * flight are known until they end.
   *
   * @param outstanding tasks that an event ends
   * @param onceInMemory tasks that no event ends; they are due at once
   */
  public PendingTasks<T> reconcile(List<PendingTask<T>> outstanding, List<T> onceInMemory) {
    Set<T> stillCompleted = intersection(completed, onceInMemory);
    List<PendingTask<T>> all = new ArrayList<>(outstanding);
    onceInMemory.stream()
        .filter(task -> !stillCompleted.contains(task))
        .forEach(task -> all.add(new PendingTask<>(task, Instant.MIN)));
    Map<T, Retry> stillFailed = new HashMap<>(retries);
    stillFailed.keySet().retainAll(all.stream().map(PendingTask::task).toList());
    return new PendingTasks<>(
        all, new HashSet<>(onceInMemory), stillCompleted, inFlight, stillFailed);
  }

  /** The tasks to start at that time, in their order. */
  public List<T> due(Instant now, Duration uptime) {
    return startable()
        .filter(each -> untilStart(each, now, uptime).isZero())
        .map(PendingTask::task)
        .toList();
  }

  /** The time until the next future task is due; empty where there is none. */
  public Optional<Duration> untilNext(Instant now, Duration uptime) {
    return startable()
        .map(each -> untilStart(each, now, uptime))
        .filter(wait -> !wait.isZero())
        .min(Duration::compareTo);
  }

  private Stream<PendingTask<T>> startable() {
    return pending.stream().filter(each -> !inFlight.contains(each.task()));
  }

  private Duration untilStart(PendingTask<T> each, Instant now, Duration uptime) {
    if (now.isBefore(each.due())) {
      return Duration.between(now, each.due());
    }
    Duration pause =
        retries.containsKey(each.task())
            ? retries.get(each.task()).notBefore().minus(uptime)
            : Duration.ZERO;
    return pause.isNegative() ? Duration.ZERO : pause;
  }

  public PendingTasks<T> started(T task) {
    Set<T> running = new HashSet<>(inFlight);
    running.add(task);
    return new PendingTasks<>(pending, onceInMemory, completed, running, retries);
  }

  /** The task has ended with an outcome for the entity. */
  public PendingTasks<T> succeeded(T task) {
    Set<T> done = new HashSet<>(completed);
    done.add(task);
    Map<T, Retry> failed = new HashMap<>(retries);
    failed.remove(task);
    return new PendingTasks<>(
        pending, onceInMemory, intersection(done, onceInMemory), without(inFlight, task), failed);
  }

  /** The task has ended without an outcome: it starts again after a pause. */
  public PendingTasks<T> failed(T task, Duration uptime) {
    int failures = failures(task) + 1;
    Map<T, Retry> failed = new HashMap<>(retries);
    failed.put(task, new Retry(failures, uptime.plus(pauseAfter(failures))));
    return new PendingTasks<>(pending, onceInMemory, completed, without(inFlight, task), failed);
  }

  private static Duration pauseAfter(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** How often the task has failed in a row. */
  public int failures(T task) {
    return retries.containsKey(task) ? retries.get(task).failures() : 0;
  }

  /** The tasks that are pending or in flight. */
  public Set<T> known() {
    return Stream.concat(pending.stream().map(PendingTask::task), inFlight.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Set<T> without(Set<T> tasks, T task) {
    Set<T> others = new HashSet<>(tasks);
    others.remove(task);
    return others;
  }

  private static <T> Set<T> intersection(Set<T> tasks, Collection<T> others) {
    Set<T> both = new HashSet<>(tasks);
    both.retainAll(others);
    return both;
  }
}
