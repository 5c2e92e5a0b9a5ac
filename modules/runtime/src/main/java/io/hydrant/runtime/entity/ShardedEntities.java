package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** Spreads entities over the cluster by Pekko Cluster Sharding. */
public final class ShardedEntities<S, E extends Event<S>> implements Entities<S, E> {
  /** The number of times that a query is tried within the timeout. */
  private static final int QUERY_TRIES = 12;

  private final ClusterSharding sharding;
  private final EntityTypeKey<EntityMessage<S, E>> key;
  private final Duration timeout;

  private ShardedEntities(
      ClusterSharding sharding, EntityTypeKey<EntityMessage<S, E>> key, Duration timeout) {
    this.sharding = sharding;
    this.key = key;
    this.timeout = timeout;
  }

  /**
   * Starts a kind of entities.
   *
   * @param work makes the task handler of the entity with that id
   * @param remember whether entities are started again with the node, because their tasks go on
   *     without a call
   */
  public static <S, E extends Event<S>, T> ShardedEntities<S, E> start(
      ActorSystem<?> system,
      EntityKind<S, E> kind,
      ServiceClock clock,
      Tracing spans,
      Function<String, TaskHandler<S, E, T>> work,
      RuntimeMetrics meters,
      boolean remember,
      Duration timeout) {
    // A class literal cannot name type arguments.
    @SuppressWarnings("unchecked")
    Class<EntityMessage<S, E>> messages =
        (Class<EntityMessage<S, E>>) (Class<?>) EntityMessage.class;
    EntityTypeKey<EntityMessage<S, E>> key = EntityTypeKey.create(messages, kind.name());
    ClusterSharding sharding = ClusterSharding.get(system);
    sharding.init(
        Entity.of(
                key,
                entity ->
                    EntityActor.create(
                        kind,
                        entity.getEntityId(),
                        clock,
                        spans,
                        work.apply(entity.getEntityId()),
                        meters,
                        self -> entity.getShard().tell(new ClusterSharding.Passivate<>(self))))
            .withSettings(ClusterShardingSettings.create(system).withRememberEntities(remember)));
    return new ShardedEntities<>(sharding, key, timeout);
  }

  @Override
  public <O> CompletionStage<Reply<O>> ask(
      String entityId, Command<S, E, O> command, Optional<Caller> caller) {
    return ask(entityId, command, caller, timeout);
  }

  @Override
  public <O> CompletionStage<Reply<O>> query(String entityId, Command<S, E, O> command) {
    return query(entityId, command, QUERY_TRIES);
  }

  private <O> CompletionStage<Reply<O>> query(
      String entityId, Command<S, E, O> command, int triesLeft) {
    CompletionStage<Reply<O>> answer =
        ask(entityId, command, Optional.empty(), timeout.dividedBy(QUERY_TRIES));
    return triesLeft == 1
        ? answer
        : answer.exceptionallyCompose(failure -> query(entityId, command, triesLeft - 1));
  }

  private <O> CompletionStage<Reply<O>> ask(
      String entityId, Command<S, E, O> command, Optional<Caller> caller, Duration patience) {
    CorrelationContext origin = CorrelationContexts.current();
    return CorrelationContexts.kept(
        sharding
            .entityRefFor(key, entityId)
            .ask(
                replyTo -> new EntityMessage.Execute<S, E, O>(command, caller, origin, replyTo),
                patience));
  }
}
