package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.JournalPersistFailed;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.RecoveryFailed;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.SnapshotCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * The one persistent actor: it stamps the time, has commands decided, stores the events, answers
 * after that, and sees to it that what the state owes is done. It knows no word of any domain.
 */
public final class EntityActor<S, E extends Event<S>, T>
    extends EventSourcedBehavior<EntityMessage<S, E>, EventEnvelope<E>, S> {
  private final EntityKind<S, E> kind;
  private final String entityId;
  private final ServiceClock clock;
  private final ActorContext<EntityMessage<S, E>> context;
  private final TaskScheduler<S, E, T> desk;
  private final Passivation<S, E> leave;
  private final RuntimeMetrics meters;
  private final JournalReport journal;
  private CorrelationContext origin = CorrelationContext.NONE;

  private EntityActor(
      EntityKind<S, E> kind,
      String entityId,
      ServiceClock clock,
      Tracing spans,
      ActorContext<EntityMessage<S, E>> context,
      TaskScheduler<S, E, T> desk,
      Passivation<S, E> leave,
      RuntimeMetrics meters) {
    super(
        PersistenceId.of(kind.name(), entityId),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.1)
            .withLoggingEnabled(false));
    this.kind = kind;
    this.entityId = entityId;
    this.clock = clock;
    this.context = context;
    this.desk = desk;
    this.leave = leave;
    this.meters = meters;
    this.journal = new JournalReport(kind.name(), persistenceId().id(), meters, spans);
  }

  public static <S, E extends Event<S>, T> Behavior<EntityMessage<S, E>> create(
      EntityKind<S, E> kind,
      String entityId,
      ServiceClock clock,
      Tracing spans,
      TaskHandler<S, E, T> work,
      RuntimeMetrics meters,
      Consumer<ActorRef<EntityMessage<S, E>>> passivate) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new EntityActor<>(
                        kind,
                        entityId,
                        clock,
                        spans,
                        context,
                        new TaskScheduler<>(work, clock, context, timers),
                        new Passivation<>(context.getSelf(), timers, passivate),
                        meters)));
  }

  @Override
  public S emptyState() {
    return kind.initial().apply(entityId);
  }

  @Override
  public CommandHandler<EntityMessage<S, E>, EventEnvelope<E>, S> commandHandler() {
    return this::onMessage;
  }

  @Override
  public EventHandler<S, EventEnvelope<E>> eventHandler() {
    return (state, envelope) -> envelope.event().evolve(state);
  }

  private Effect<EventEnvelope<E>, S> onMessage(S state, EntityMessage<S, E> message) {
    return message.accept(new Handling(state));
  }

  private Effect<EventEnvelope<E>, S> during(
      CorrelationContext from, Supplier<Effect<EventEnvelope<E>, S>> handling) {
    origin = from;
    return CorrelationContexts.runIn(from, handling);
  }

  private final class Handling implements EntityMessage.Visitor<S, E, Effect<EventEnvelope<E>, S>> {
    private final S state;

    Handling(S state) {
      this.state = state;
    }

    @Override
    public <O> Effect<EventEnvelope<E>, S> visit(EntityMessage.Execute<S, E, O> execute) {
      return during(
          execute.origin(),
          () -> decided(state, execute.command(), execute.metadata(), execute.replyTo()::tell));
    }

    @Override
    public Effect<EventEnvelope<E>, S> visit(EntityMessage.TaskEnded<S, E> ended) {
      return during(
          desk.origin(ended),
          () -> {
            desk.ended(ended);
            return ended
                .outcome()
                .map(outcome -> decided(state, outcome, Optional.empty(), reply -> {}))
                .orElseGet(() -> followed(state));
          });
    }

    @Override
    public Effect<EventEnvelope<E>, S> visit(EntityMessage.Forget<S, E> forget) {
      return during(
          CorrelationContext.NONE,
          () -> {
            if (kind.passivatable().test(state)) {
              leave.now();
            }
            return Effect().none();
          });
    }

    @Override
    public Effect<EventEnvelope<E>, S> visit(EntityMessage.Wake<S, E> wake) {
      return during(CorrelationContext.NONE, () -> followed(state));
    }
  }

  private Effect<EventEnvelope<E>, S> followed(S state) {
    follow(state);
    return Effect().none();
  }

  private void follow(S state) {
    desk.follow(state);
    if (kind.passivatable().test(state)) {
      leave.soon();
    }
  }

  private <O> Effect<EventEnvelope<E>, S> decided(
      S state,
      Command<S, E, O> command,
      Optional<EventMetadata> metadata,
      Consumer<Reply<O>> answer) {
    Instant now = clock.now();
    Decision<E, O> decision = command.decide(state, now);
    if (decision.events().isEmpty()) {
      answer.accept(decision.reply());
      follow(state);
      return Effect().none();
    }
    CorrelationContext from = origin;
    journal.writing(from);
    return Effect()
        .persist(
            decision.events().stream().map(event -> new EventEnvelope<>(event, metadata)).toList())
        .thenRun(
            stored -> {
              journal.written();
              meters.entityLives(kind.name(), entityId, stored);
              CorrelationContexts.runIn(
                  from,
                  () -> {
                    answer.accept(decision.reply());
                    follow(stored);
                  });
            });
  }

  @Override
  public SignalHandler<S> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::live)
        .onSignal(RecoveryFailed.class, (state, failed) -> journal.unreadable(failed.getFailure()))
        .onSignal(
            JournalPersistFailed.class, (state, failed) -> journal.unwritten(failed.failure()))
        .onSignal(SnapshotCompleted.class, (state, saved) -> trim(saved.metadata().sequenceNr()))
        .onSignal(PostStop.instance(), state -> end())
        .build();
  }

  private void live(S state) {
    meters.entityLives(kind.name(), entityId, state);
    follow(state);
  }

  private void end() {
    desk.close();
    meters.entityLeft(kind.name(), entityId);
  }

  @Override
  public boolean shouldSnapshot(S state, EventEnvelope<E> envelope, long sequenceNr) {
    return kind.snapshots().filter(over -> over.after().isInstance(envelope.event())).isPresent();
  }

  /** The events up to here are part of the snapshot: delivered records leave the disk. */
  private void trim(long sequenceNr) {
    Adapter.actorOf(context, JournalTrimmer.props(persistenceId().id(), sequenceNr));
  }

  @Override
  public SnapshotAdapter<S> snapshotAdapter() {
    return new StateSnapshots<>(kind, entityId, clock);
  }
}
