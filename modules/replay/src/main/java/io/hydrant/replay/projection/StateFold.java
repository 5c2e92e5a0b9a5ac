package io.hydrant.replay.projection;

import io.hydrant.core.entity.Event;

/**
 * The state of an entity, moved on event by event by the rules that the node runs.
 *
 * @param <S> the entity's state
 * @param <E> the entity's events
 */
public final class StateFold<S, E extends Event<S>> {
  private final Kind<S, E> kind;
  private S state;

  StateFold(Kind<S, E> kind, S initial) {
    this.kind = kind;
    this.state = initial;
  }

  /**
   * @throws ClassCastException for an event of another kind of entity
   * @throws IllegalStateException where the event cannot have followed
   */
  public void apply(Event<?> event) {
    state = kind.events().cast(event).evolve(state);
  }

  public S state() {
    return state;
  }
}
