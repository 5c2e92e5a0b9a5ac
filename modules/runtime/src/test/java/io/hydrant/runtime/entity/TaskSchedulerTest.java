package io.hydrant.runtime.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The scheduler in an actor of its own, with all time in the test's hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskSchedulerTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final CorrelationContext NONE = CorrelationContext.NONE;

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime timers = ManualTime.get(kit.system());
  private volatile Duration uptime = Duration.ZERO;
  private volatile State state = new State(List.of(), List.of());

  private ServiceClock clock = new ServiceClock();
  private TestProbe<String> started = kit.createTestProbe();
  private TestProbe<CorrelationContext> origins = kit.createTestProbe();
  private TestProbe<Long> handled = kit.createTestProbe();
  private Map<String, CompletableFuture<Optional<Command<State, Event<State>, ?>>>> running =
      new ConcurrentHashMap<>();
  private Optional<ActorRef<EntityMessage<State, Event<State>>>> actor = Optional.empty();

  /** A state that says itself what it owes. */
  private record State(List<PendingTask<String>> outstanding, List<String> onceInMemory) {}

  /** The outcome of every task; it changes nothing. */
  private record Done() implements Command<State, Event<State>, String> {
    @Override
    public Decision<Event<State>, String> decide(State before, Instant now) {
      return Decision.answer("done");
    }
  }

  /** Tasks that end when the test says so. */
  private final class Handler implements TaskHandler<State, Event<State>, String> {
    @Override
    public List<PendingTask<String>> outstanding(State now) {
      return now.outstanding();
    }

    @Override
    public List<String> onceInMemory(State now) {
      return now.onceInMemory();
    }

    @Override
    public CompletionStage<Optional<Command<State, Event<State>, ?>>> perform(
        String task, State now) {
      CompletableFuture<Optional<Command<State, Event<State>, ?>>> end = new CompletableFuture<>();
      running.put(task, end);
      origins.getRef().tell(CorrelationContexts.current());
      started.getRef().tell(task);
      return end;
    }

    @Override
    public String describe(String task) {
      return "The task " + task;
    }
  }

  /** An entity without commands; {@code Forget} asks it whether it has handled all before. */
  private final class Entity
      implements EntityMessage.Visitor<
          State, Event<State>, Behavior<EntityMessage<State, Event<State>>>> {
    private final TaskScheduler<State, Event<State>, String> scheduler;

    Entity(TaskScheduler<State, Event<State>, String> scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public <O> Behavior<EntityMessage<State, Event<State>>> visit(
        EntityMessage.Execute<State, Event<State>, O> message) {
      return CorrelationContexts.runIn(message.origin(), this::reconcile);
    }

    @Override
    public Behavior<EntityMessage<State, Event<State>>> visit(
        EntityMessage.TaskEnded<State, Event<State>> message) {
      origins.getRef().tell(scheduler.origin(message));
      scheduler.ended(message);
      return reconcile();
    }

    @Override
    public Behavior<EntityMessage<State, Event<State>>> visit(
        EntityMessage.Forget<State, Event<State>> message) {
      handled.getRef().tell(1L);
      return Behaviors.same();
    }

    @Override
    public Behavior<EntityMessage<State, Event<State>>> visit(
        EntityMessage.Wake<State, Event<State>> message) {
      return reconcile();
    }

    private Behavior<EntityMessage<State, Event<State>>> reconcile() {
      scheduler.reconcile(state);
      return Behaviors.same();
    }
  }

  @BeforeEach
  void start() {
    uptime = Duration.ZERO;
    state = new State(List.of(), List.of());
    clock = new ServiceClock(() -> NOON.plus(uptime));
    started = kit.createTestProbe();
    origins = kit.createTestProbe();
    handled = kit.createTestProbe();
    running = new ConcurrentHashMap<>();
    actor =
        Optional.of(
            kit.spawn(
                Behaviors.setup(
                    context ->
                        Behaviors.withTimers(
                            timer -> {
                              Entity entity =
                                  new Entity(
                                      new TaskScheduler<>(
                                          new Handler(), clock, () -> uptime, context, timer));
                              return Behaviors.receiveMessage(each -> each.accept(entity));
                            }))));
  }

  @AfterEach
  void stop() {
    kit.stop(actor.orElseThrow());
  }

  @AfterAll
  void stopAll() {
    kit.shutdownTestKit();
  }

  private void tell(EntityMessage<State, Event<State>> message) {
    actor.orElseThrow().tell(message);
  }

  /** Returns when the actor has handled everything that it was sent. */
  private void settle() {
    tell(new EntityMessage.Forget<>());
    handled.receiveMessage();
  }

  private void owes(State now) {
    state = now;
    tell(new EntityMessage.Wake<>());
    settle();
  }

  private void owes(String task, Instant due) {
    owes(new State(List.of(new PendingTask<>(task, due)), List.of()));
  }

  private void pass(Duration time) {
    uptime = uptime.plus(time);
    timers.timePasses(time);
    settle();
  }

  /** The task ends; what follows in the actor is over when this returns. */
  private void ends(String task, Optional<Command<State, Event<State>, ?>> outcome) {
    running.get(task).complete(outcome);
    settle();
  }

  private void fails(String task) {
    running.get(task).completeExceptionally(new IllegalStateException("KMS is away"));
    settle();
  }

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
  void a_task_that_fails_is_tried_again_after_pauses_that_double() {
    owes("grant", NOON);
    started.expectMessage("grant");
    for (int millis : List.of(250, 500, 1000)) {
      fails("grant");
      pass(Duration.ofMillis(millis - 1));
      started.expectNoMessage(Duration.ZERO);
      pass(Duration.ofMillis(2));
      started.expectMessage("grant");
    }
  }

  @Test
  void a_pause_does_not_end_sooner_because_the_clock_is_moved() {
    owes("grant", NOON);
    started.expectMessage("grant");
    fails("grant");
    clock.advance(Duration.ofDays(1));
    settle();
    started.expectNoMessage(Duration.ZERO);
  }

  @Test
  void a_task_without_an_outcome_is_tried_again_and_nothing_is_logged() {
    owes("drain", NOON);
    started.expectMessage("drain");
    LoggingTestKit.warn("drain")
        .withOccurrences(0)
        .expect(
            kit.system(),
            () -> {
              ends("drain", Optional.empty());
              return true;
            });
    pass(Duration.ofMillis(251));
    started.expectMessage("drain");
  }

  @Test
  void a_task_that_fails_again_and_again_is_logged_the_first_and_every_twelfth_time() {
    owes("grant", NOON);
    started.expectMessage("grant");
    LoggingTestKit.warn("The task grant did not succeed")
        .withOccurrences(3)
        .expect(
            kit.system(),
            () -> {
              for (int failure = 1; failure <= 24; failure++) {
                fails("grant");
                pass(Duration.ofSeconds(6));
                started.expectMessage("grant");
              }
              return true;
            });
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
                          return Behaviors.receiveMessage(
                              message -> {
                                messages.getRef().tell(message);
                                return Behaviors.same();
                              });
                        })));
    EntityMessage<State, Event<State>> last = new EntityMessage.Forget<>();
    messages.expectNoMessage(Duration.ZERO);
    clock.advance(Duration.ofSeconds(1));
    closed.tell(last);
    messages.expectMessage(last);
  }
}
