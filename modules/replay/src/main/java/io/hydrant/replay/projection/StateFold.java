package io.hydrant.replay.projection;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.EntityType;
import io.hydrant.core.entity.Event;
import java.util.Optional;

/**
 * The state of an entity, folded event by event with the rules that a node runs.
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
   * Returns the fold before the first event; empty for an entity of another program.
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
