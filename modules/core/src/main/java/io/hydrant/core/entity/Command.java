package io.hydrant.core.entity;

import java.time.Instant;

/**
 * Something an entity is asked to do.
 *
 * <p>Deciding reads the state, the command and the time it is given, and nothing else: identifiers,
 * cipher text and verdicts of other services are made by the shell and travel in the command.
 *
 * @param <S> the entity's state
 * @param <E> the entity's events
 * @param <O> what a successful answer carries
 */
public interface Command<S, E extends Event<S>, O> {
  Decision<E, O> decide(S state, Instant now);

  /** Returns the command's name in a history, for example {@code DisableKey}. */
  default String operation() {
    return getClass().getSimpleName();
  }
}
