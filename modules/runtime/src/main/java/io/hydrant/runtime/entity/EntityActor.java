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
 * The one persistent actor of all entities. It reads the clock, calls the command's decision,
 * stores the events, answers, and starts the tasks of the new state.
 */
public final class EntityActor<S, E extends Event<S>, T>
    extends EventSourcedBehavior<EntityMessage<S, E>, EventEnvelope<E>, S> {
  private final EntityKind<S, E> kind;
  private final String entityId;
  private final ServiceClock clock;
  private final ActorContext<EntityMessage<S, E>> context;
  private final TaskScheduler<S, E, T> scheduler;
  private final Passivation<S, E> passivation;
  private final RuntimeMetrics metrics;
  private final JournalReport journal;
  private CorrelationContext origin = CorrelationContext.NONE;

  private EntityActor(
      EntityKind<S, E> kind,
      String entityId,
      ServiceClock clock,
      Tracing tracing,
      ActorContext<EntityMessage<S, E>> context,
      TaskScheduler<S, E, T> scheduler,
      Passivation<S, E> passivation,
      RuntimeMetrics metrics) {
    super(
        PersistenceId.of(kind.name(), entityId),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.1)
            .withLoggingEnabled(false));
    this.kind = kind;
    this.entityId = entityId;
    this.clock = clock;
    this.context = context;
    this.scheduler = scheduler;
    this.passivation = passivation;
    this.metrics = metrics;
    this.journal = new JournalReport(kind.name(), persistenceId().id(), metrics, tracing);
  }

  public static <S, E extends Event<S>, T> Behavior<EntityMessage<S, E>> create(
      EntityKind<S, E> kind,
      String entityId,
      ServiceClock clock,
      Tracing tracing,
      TaskHandler<S, E, T> handler,
      RuntimeMetrics metrics,
      Consumer<ActorRef<EntityMessage<S, E>>> passivate) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new EntityActor<>(
                        kind,
                        entityId,
                        clock,
                        tracing,
                        context,
                        new TaskScheduler<>(handler, clock, TaskScheduler::uptime, context, timers),
                        new Passivation<>(context.getSelf(), timers, passivate),
                        metrics)));
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
          scheduler.origin(ended),
          () -> {
            scheduler.ended(ended);
            return ended
                .outcome()
                .map(outcome -> decided(state, outcome, Optional.empty(), reply -> {}))
                .orElseGet(() -> reconciled(state));
          });
    }

    @Override
    public Effect<EventEnvelope<E>, S> visit(EntityMessage.Passivate<S, E> forget) {
      return during(
          CorrelationContext.NONE,
          () -> {
            if (kind.passivatable().test(state)) {
              passivation.now();
            }
            return Effect().none();
          });
    }

    @Override
    public Effect<EventEnvelope<E>, S> visit(EntityMessage.Wake<S, E> wake) {
      return during(CorrelationContext.NONE, () -> reconciled(state));
    }
  }

  private Effect<EventEnvelope<E>, S> reconciled(S state) {
    reconcile(state);
    return Effect().none();
  }

  private void reconcile(S state) {
    scheduler.reconcile(state);
    if (kind.passivatable().test(state)) {
      passivation.soon();
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
      reconcile(state);
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
              metrics.entityChanged(kind.name(), entityId, stored);
              CorrelationContexts.runIn(
                  from,
                  () -> {
                    answer.accept(decision.reply());
                    reconcile(stored);
                  });
            });
  }

  @Override
  public SignalHandler<S> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .onSignal(RecoveryFailed.class, (state, failed) -> journal.unreadable(failed.getFailure()))
        .onSignal(
            JournalPersistFailed.class, (state, failed) -> journal.unwritten(failed.failure()))
        .onSignal(SnapshotCompleted.class, (state, saved) -> trim(saved.metadata().sequenceNr()))
        .onSignal(PostStop.instance(), state -> stopped())
        .build();
  }

  private void recovered(S state) {
    metrics.entityChanged(kind.name(), entityId, state);
    reconcile(state);
  }

  private void stopped() {
    scheduler.close();
    metrics.entityStopped(kind.name(), entityId);
  }

  @Override
  public boolean shouldSnapshot(S state, EventEnvelope<E> envelope, long sequenceNr) {
    return kind.snapshots().filter(over -> over.after().test(state, envelope.event())).isPresent();
  }

  /**
   * Deletes the events before the snapshot, so that delivered records are removed from the disk.
   */
  private void trim(long sequenceNr) {
    Adapter.actorOf(context, JournalTrimmer.props(persistenceId().id(), sequenceNr));
  }

  @Override
  public SnapshotAdapter<S> snapshotAdapter() {
    return new StateSnapshots<>(kind, entityId, clock);
  }
}
