package io.hydrant.core.entity;

import java.util.function.Function;

/**
 * A type of entity, as the journal holds it.
 *
 * @param name the part of a persistence id before the {@code |}, for example {@code stream}
 * @param events the sealed interface of its events
 * @param initial the state before the first event, of the entity with that id
 */
public record EntityType<S, E extends Event<S>>(
    String name, Class<E> events, Function<String, S> initial) {

  /** A type whose entities all begin alike. */
  public static <S, E extends Event<S>> EntityType<S, E> of(
      String name, Class<E> events, S initial) {
    return new EntityType<>(name, events, id -> initial);
  }

  /** Returns the prefix of the persistence ids of all its entities. */
  public String prefix() {
    return name + "|";
  }

  /** The persistence id {@code TYPE|ID} of the entity with that id. */
  public String persistenceId(String id) {
    return prefix() + id;
  }

  /** Returns whether the persistence id belongs to an entity of this type. */
  public boolean matches(String persistenceId) {
    return persistenceId.startsWith(prefix());
  }

  /**
   * The id of an entity of this type, without the type.
   *
   * @throws IllegalArgumentException for the persistence id of another type
   */
  public String id(String persistenceId) {
    if (!matches(persistenceId)) {
      throw new IllegalArgumentException(persistenceId + " is no " + name);
    }
    return persistenceId.substring(prefix().length());
  }
}
