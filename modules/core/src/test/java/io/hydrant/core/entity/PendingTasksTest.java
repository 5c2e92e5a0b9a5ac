package io.hydrant.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scheduling rule without a clock and without actors. */
class PendingTasksTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration START = Duration.ofHours(1);

  private static PendingTask<String> at(String task, Instant due) {
    return new PendingTask<>(task, due);
  }

  private static PendingTasks<String> pending(String... tasks) {
    return PendingTasks.<String>none()
        .reconcile(List.of(tasks).stream().map(task -> at(task, NOON)).toList(), List.of());
  }

  private static List<String> due(PendingTasks<String> tasks) {
    return tasks.due(NOON, START);
  }

  @Test
  void a_task_is_due_at_its_time_and_not_before() {
    PendingTasks<String> tasks = pending("grant");
    Instant before = NOON.minusMillis(1);
    assertThat(tasks.due(before, START)).isEmpty();
    assertThat(tasks.untilNext(before, START)).contains(Duration.ofMillis(1));
    assertThat(tasks.due(NOON, START)).containsExactly("grant");
    assertThat(tasks.untilNext(NOON, START)).isEmpty();
  }

  @Test
  void tasks_start_in_the_order_of_the_state() {
    assertThat(due(pending("grant", "key", "drain"))).containsExactly("grant", "key", "drain");
  }

  @Test
  void a_task_never_runs_twice_at_the_same_time() {
    PendingTasks<String> running = pending("grant", "key").started("grant");
    assertThat(due(running)).containsExactly("key");
    assertThat(running.untilNext(NOON.minusSeconds(9), START)).contains(Duration.ofSeconds(9));
  }

  @Test
  void a_task_in_flight_is_known_although_the_state_owes_it_no_more() {
    PendingTasks<String> gone = pending("grant").started("grant").reconcile(List.of(), List.of());
    PendingTasks<String> back = gone.reconcile(List.of(at("grant", NOON)), List.of());
    assertThat(due(back)).isEmpty();
    assertThat(due(back.succeeded("grant"))).containsExactly("grant");
  }

  @Test
  void the_pause_after_failures_doubles_up_to_five_seconds() {
    PendingTasks<String> tasks = pending("grant");
    List<Long> pauses = new ArrayList<>();
    for (int failure = 1; failure <= 7; failure++) {
      tasks = tasks.started("grant").failed("grant", START);
      assertThat(due(tasks)).isEmpty();
      assertThat(tasks.failures("grant")).isEqualTo(failure);
      pauses.add(tasks.untilNext(NOON, START).orElseThrow().toMillis());
    }
    assertThat(pauses).containsExactly(250L, 500L, 1000L, 2000L, 4000L, 5000L, 5000L);
  }

  @Test
  void the_pause_stays_at_five_seconds_after_very_many_failures() {
    PendingTasks<String> tasks = pending("grant");
    for (int failure = 1; failure <= 100; failure++) {
      tasks = tasks.failed("grant", START);
    }
    assertThat(tasks.untilNext(NOON, START)).contains(Duration.ofSeconds(5));
  }

  @Test
  void a_pause_ends_with_uptime_and_not_with_the_clock_of_the_service() {
    PendingTasks<String> failed = pending("grant").started("grant").failed("grant", START);
    assertThat(failed.due(NOON.plusSeconds(3600), START)).isEmpty();
    assertThat(failed.due(NOON, START.plusMillis(249))).isEmpty();
    assertThat(failed.due(NOON, START.plusMillis(250))).containsExactly("grant");
  }

  @Test
  void a_success_ends_the_row_of_failures() {
    PendingTasks<String> tasks =
        pending("grant").failed("grant", START).failed("grant", START).succeeded("grant");
    assertThat(tasks.failures("grant")).isZero();
    assertThat(due(tasks)).containsExactly("grant");
    assertThat(tasks.failed("grant", START).untilNext(NOON, START))
        .contains(Duration.ofMillis(250));
  }

  @Test
  void failures_of_a_task_that_the_state_owes_no_more_are_forgotten() {
    PendingTasks<String> tasks =
        pending("grant")
            .failed("grant", START)
            .reconcile(List.of(), List.of())
            .reconcile(List.of(at("grant", NOON)), List.of());
    assertThat(due(tasks)).containsExactly("grant");
  }

  @Test
  void a_task_that_no_event_ends_is_due_at_once_and_done_once() {
    PendingTasks<String> tasks =
        PendingTasks.<String>none().reconcile(List.of(), List.of("register"));
    assertThat(tasks.due(Instant.MIN, START)).containsExactly("register");
    PendingTasks<String> done =
        tasks.started("register").succeeded("register").reconcile(List.of(), List.of("register"));
    assertThat(due(done)).isEmpty();
    assertThat(due(done.reconcile(List.of(), List.of("register/2")))).containsExactly("register/2");
  }

  @Test
  void a_task_that_no_event_ends_is_done_again_when_the_state_asks_for_it_again() {
    PendingTasks<String> tasks =
        PendingTasks.<String>none()
            .reconcile(List.of(), List.of("register"))
            .succeeded("register")
            .reconcile(List.of(), List.of())
            .reconcile(List.of(), List.of("register"));
    assertThat(due(tasks)).containsExactly("register");
  }

  @Test
  void a_task_that_an_event_ends_stays_due_until_the_state_changes() {
    PendingTasks<String> tasks =
        pending("grant")
            .started("grant")
            .succeeded("grant")
            .reconcile(List.of(at("grant", NOON)), List.of());
    assertThat(due(tasks)).containsExactly("grant");
  }

  @Test
  void the_next_start_is_the_earliest_of_due_times_and_ends_of_pauses() {
    PendingTasks<String> tasks =
        PendingTasks.<String>none()
            .reconcile(
                List.of(at("late", NOON.plusSeconds(9)), at("failed", NOON), at("now", NOON)),
                List.of())
            .failed("failed", START);
    assertThat(due(tasks)).containsExactly("now");
    assertThat(tasks.untilNext(NOON, START)).contains(Duration.ofMillis(250));
    assertThat(tasks.started("failed").untilNext(NOON, START)).contains(Duration.ofSeconds(9));
  }

  @Test
  void known_tasks_are_those_pending_and_those_in_flight() {
    PendingTasks<String> tasks =
        pending("grant").started("grant").reconcile(List.of(at("key", NOON)), List.of());
    assertThat(tasks.known()).containsExactlyInAnyOrder("grant", "key");
    assertThat(tasks.succeeded("grant").known()).containsExactly("key");
  }
}
