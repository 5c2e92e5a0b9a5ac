package io.hydrant.runtime.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.id.CorrelationContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** When the tasks of a state start. */
class TaskSchedulerTest extends TaskSchedulerFixture {
  @Test
  void a_task_that_is_due_starts_at_once() {
    owes("grant", NOON);
    started.expectMessage("grant");
  }

  @Test
  void a_task_that_is_due_later_starts_when_its_time_has_come() {
    owes("grant", NOON.plusSeconds(60));
    pass(Duration.ofSeconds(60));
    started.expectNoMessage(Duration.ZERO);
    pass(Duration.ofMillis(1));
    started.expectMessage("grant");
  }

  @Test
  void a_task_that_is_due_later_starts_at_once_when_the_clock_is_moved() {
    owes("grant", NOON.plusSeconds(60));
    clock.advance(Duration.ofSeconds(60));
    started.expectMessage("grant");
  }

  @Test
  void no_timer_is_longer_than_a_day_so_a_task_that_is_due_in_a_year_is_looked_at_each_day() {
    owes("rotate", NOON.plus(Duration.ofDays(365)));
    pass(Duration.ofDays(1));
    started.expectNoMessage(Duration.ZERO);
    uptime = Duration.ofDays(365);
    timers.timePasses(Duration.ofDays(1));
    started.expectMessage("rotate");
  }

  @Test
  void a_task_that_runs_is_not_started_a_second_time() {
    owes("grant", NOON);
    started.expectMessage("grant");
    owes("grant", NOON);
    pass(Duration.ofMinutes(1));
    started.expectNoMessage(Duration.ZERO);
  }

  @Test
  void a_task_that_the_state_owes_no_more_is_not_started() {
    owes("grant", NOON.plusSeconds(60));
    owes(new State(List.of(), List.of()));
    pass(Duration.ofMinutes(2));
    started.expectNoMessage(Duration.ZERO);
  }

  @Test
  void a_task_that_no_event_ends_is_performed_once() {
    owes(new State(List.of(), List.of("register")));
    started.expectMessage("register");
    ends("register", Optional.of(new Done()));
    owes(new State(List.of(), List.of("register")));
    pass(Duration.ofMinutes(1));
    started.expectNoMessage(Duration.ZERO);
  }

  @Test
  void a_task_is_performed_for_the_request_that_led_to_it_also_when_it_is_tried_again() {
    CorrelationContext request = new CorrelationContext(Optional.of("6f1e"), Optional.empty());
    assertThat(request).isNotEqualTo(NONE);
    state = new State(List.of(new PendingTask<>("grant", NOON)), List.of());
    tell(
        new EntityMessage.Execute<>(
            new Done(), Optional.empty(), request, kit.system().ignoreRef()));
    origins.expectMessage(request);
    running.get("grant").completeExceptionally(new IllegalStateException("KMS is away"));
    origins.expectMessage(request);
    settle();
    pass(Duration.ofMillis(251));
    origins.expectMessage(request);
  }

  @Test
  void an_entity_that_has_stopped_does_not_listen_to_the_clock() {
    TestProbe<EntityMessage<State, Event<State>>> messages = kit.createTestProbe();
    ActorRef<EntityMessage<State, Event<State>>> closed =
        kit.spawn(
            Behaviors.setup(
                context ->
                    Behaviors.withTimers(
                        timer -> {
                          new TaskScheduler<>(new Handler(), clock, () -> uptime, context, timer)
                              .close();
                          messages.getRef().tell(new EntityMessage.Passivate<>());
                          return Behaviors.receiveMessage(
                              message -> {
                                messages.getRef().tell(message);
                                return Behaviors.same();
                              });
                        })));
    EntityMessage<State, Event<State>> last = new EntityMessage.Passivate<>();
    assertThat(messages.receiveMessage()).isInstanceOf(EntityMessage.Passivate.class);
    clock.advance(Duration.ofSeconds(1));
    closed.tell(last);
    messages.expectMessage(last);
  }
}
