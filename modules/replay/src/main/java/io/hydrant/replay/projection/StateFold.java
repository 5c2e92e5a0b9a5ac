package io.hydrant.replay.projection;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.EntityType;
import io.hydrant.core.entity.Event;
import java.util.Optional;

/**
 * The state of an entity, moved on event by event by the rules that the node runs.
 *
 * @param <S> the entity's state
 * @param <E> the entity's events
 */
public final class StateFold<S, E extends Event<S>> {
  private final EntityType<S, E> type;
  private S state;

  private StateFold(EntityType<S, E> type, String id) {
    this.type = type;
    this.state = type.initial().apply(id);
  }

  /**
   * The entity before its first event; empty for an entity of another program.
   *
   * @param entity {@code TYPE|ID}
   */
  public static Optional<StateFold<?, ?>> of(String entity) {
    return EntityTypes.of(entity).map(type -> new StateFold<>(type, type.id(entity)));
  }

  /**
   * @throws ClassCastException for an event of another type of entity
   * @throws IllegalStateException where the event cannot have followed
   */
  public void apply(Event<?> event) {
    state = type.events().cast(event).evolve(state);
  }

  public S state() {
    return state;
  }
}
