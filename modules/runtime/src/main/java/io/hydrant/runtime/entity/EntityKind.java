package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One kind of entity.
 *
 * @param name the first part of its persistence ids, for example {@code stream}
 * @param events the sealed interface of its events
 * @param initial the state before the first event, of the entity with that id
 * @param forgettable states that need no entity in memory, nor to be started with the node
 * @param carryOver the event that stands for a whole state, for kinds whose journal is trimmed
 */
public record EntityKind<S, E extends Event<S>>(
    String name,
    Class<E> events,
    Function<String, S> initial,
    Optional<CarryOver<S, E>> carryOver,
    Predicate<S> forgettable) {

  public EntityKind(String name, Class<E> events, S initial) {
    this(name, events, id -> initial, Optional.empty(), state -> false);
  }

  /**
   * When the events so far are replaced by one that holds the state, and which.
   *
   * @param after the facts after which it is worth it
   * @param asEvent the state as one event, at that time
   */
  public record CarryOver<S, E>(Class<? extends E> after, BiFunction<S, Instant, E> asEvent) {}
}
