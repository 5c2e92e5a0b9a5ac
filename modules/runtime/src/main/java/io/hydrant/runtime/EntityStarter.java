package io.hydrant.runtime;

import io.hydrant.core.entity.Event;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.ShardedEntities;
import io.hydrant.runtime.entity.TaskHandler;
import java.time.Duration;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Starts the sharding of entities with the settings that all kinds share.
 *
 * @param timeout how long an entity may take to answer
 */
record EntityStarter(
    ActorSystem<?> system, RuntimeSettings settings, ServiceClock clock, Duration timeout) {

  /** Starts entities that have no tasks. */
  <S, E extends Event<S>> Entities<S, E> start(EntityKind<S, E> kind) {
    return start(kind, id -> TaskHandler.none(), false);
  }

  /**
   * Starts entities that have tasks.
   *
   * @param handler makes the task handler of the entity with that id
   * @param remembered starts the entities again with the node: their tasks go on without a call
   */
  <S, E extends Event<S>, T> Entities<S, E> start(
      EntityKind<S, E> kind, Function<String, TaskHandler<S, E, T>> handler, boolean remembered) {
    return ShardedEntities.start(
        system, kind, clock, settings.spans(), handler, settings.meters(), remembered, timeout);
  }
}
