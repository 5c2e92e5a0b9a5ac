package io.hydrant.runtime.entity;

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
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A scheduler in an actor of its own; the test controls all time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskSchedulerFixture {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final CorrelationContext NONE = CorrelationContext.NONE;

  final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  final ManualTime timers = ManualTime.get(kit.system());
  volatile Duration uptime = Duration.ZERO;
  volatile State state = new State(List.of(), List.of());

  ServiceClock clock = new ServiceClock();
  TestProbe<String> started = kit.createTestProbe();
  TestProbe<CorrelationContext> origins = kit.createTestProbe();
  TestProbe<Long> handled = kit.createTestProbe();
  Map<String, CompletableFuture<Optional<Command<State, Event<State>, ?>>>> running =
      new ConcurrentHashMap<>();
  Optional<ActorRef<EntityMessage<State, Event<State>>>> actor = Optional.empty();

  /** A state that says itself what it owes. */
  record State(List<PendingTask<String>> outstanding, List<String> onceInMemory) {}

  /** The outcome of every task; it changes nothing. */
  record Done() implements Command<State, Event<State>, String> {
    @Override
    public Decision<Event<State>, String> decide(State before, Instant now) {
      return Decision.answer("done");
    }
  }

  /** Tasks that end when the test says so. */
  final class Handler implements TaskHandler<State, Event<State>, String> {
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

  /** An entity without commands; {@code Passivate} asks it whether it has handled all before. */
  final class Entity
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
        EntityMessage.Passivate<State, Event<State>> message) {
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

  void tell(EntityMessage<State, Event<State>> message) {
    actor.orElseThrow().tell(message);
  }

  /** Returns when the actor has handled everything that it was sent. */
  void settle() {
    tell(new EntityMessage.Passivate<>());
    handled.receiveMessage();
  }

  void owes(State now) {
    state = now;
    tell(new EntityMessage.Wake<>());
    settle();
  }

  void owes(String task, Instant due) {
    owes(new State(List.of(new PendingTask<>(task, due)), List.of()));
  }

  void pass(Duration time) {
    uptime = uptime.plus(time);
    timers.timePasses(time);
    settle();
  }

  /** The task ends; what follows in the actor is over when this returns. */
  void ends(String task, Optional<Command<State, Event<State>, ?>> outcome) {
    running.get(task).complete(outcome);
    settle();
  }

  void fails(String task) {
    running.get(task).completeExceptionally(new IllegalStateException("KMS is away"));
    settle();
  }
}
