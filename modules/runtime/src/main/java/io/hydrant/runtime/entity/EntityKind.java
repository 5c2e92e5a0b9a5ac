package io.hydrant.runtime.entity;

import io.hydrant.core.entity.EntityType;
import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A type of entity, with its settings for snapshots and passivation.
 *
 * @param snapshots how the journal is trimmed; empty for a journal that is kept whole
 * @param passivatable true for a state that needs no actor in memory and no start with the node
 */
public record EntityKind<S, E extends Event<S>>(
    EntityType<S, E> type, Optional<Snapshots<S, E>> snapshots, Predicate<S> passivatable) {

  public EntityKind(EntityType<S, E> type) {
    this(type, Optional.empty(), state -> false);
  }

  /**
   * Replaces all events by one event that contains the state.
   *
   * @param after true for the state after an event, and the event, after which a snapshot is taken
   * @param asEvent returns the event that contains the state at that time
   */
  public record Snapshots<S, E>(BiPredicate<S, E> after, BiFunction<S, Instant, E> asEvent) {}

  public String name() {
    return type.name();
  }

  public Class<E> events() {
    return type.events();
  }

  public Function<String, S> initial() {
    return type.initial();
  }
}
