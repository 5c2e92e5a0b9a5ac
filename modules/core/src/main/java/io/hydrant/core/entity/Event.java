package io.hydrant.core.entity;

import java.time.Instant;

/**
 * A fact of an entity's history. Applying events in order is the only way a state changes: in live
 * use, in recovery and in replay.
 *
 * @param <S> the entity's state
 */
public interface Event<S> {
  /** Returns when it happened, on the service's clock. */
  Instant at();

  /** The state after this fact. Throws {@link IllegalStateException} where it cannot have been. */
  S evolve(S state);

  /** Returns true for an event that holds a whole state, so that a history may begin with it. */
  default boolean isSnapshot() {
    return false;
  }
}
