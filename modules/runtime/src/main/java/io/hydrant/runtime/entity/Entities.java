package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * All entities of one kind, on whichever node they run.
 *
 * @param <S> their state
 * @param <E> their events
 */
public interface Entities<S, E extends Event<S>> {
  /**
   * Has the entity decide the command; the answer comes after the events are stored. The stage
   * fails only where the entity does not answer in time.
   */
  default <O> CompletionStage<Reply<O>> ask(String entityId, Command<S, E, O> command) {
    return ask(entityId, command, Optional.empty());
  }

  /** Does the same for a caller, whose call the journal stores with the events. */
  <O> CompletionStage<Reply<O>> ask(
      String entityId, Command<S, E, O> command, Optional<Caller> caller);

  /**
   * Asks a command that changes nothing. It is sent again where no answer comes soon, because
   * messages can be lost while entities move from one node to another.
   */
  default <O> CompletionStage<Reply<O>> query(String entityId, Command<S, E, O> command) {
    return ask(entityId, command);
  }
}
