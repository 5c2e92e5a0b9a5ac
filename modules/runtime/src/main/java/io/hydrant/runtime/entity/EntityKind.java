package io.hydrant.runtime.entity;

import io.hydrant.core.entity.EntityType;
import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A type of entity with what its actor needs besides the rules.
 *
 * @param snapshots for types whose journal is trimmed
 * @param passivatable states that need no actor in memory, nor to be started with the node
 */
public record EntityKind<S, E extends Event<S>>(
    EntityType<S, E> type, Optional<Snapshots<S, E>> snapshots, Predicate<S> passivatable) {

  public EntityKind(EntityType<S, E> type) {
    this(type, Optional.empty(), state -> false);
  }

  /**
   * Replaces the events so far by one event that holds the state.
   *
   * @param after the events after which a snapshot is taken
   * @param asEvent the state as one event, at that time
   */
  public record Snapshots<S, E>(Class<? extends E> after, BiFunction<S, Instant, E> asEvent) {}

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
