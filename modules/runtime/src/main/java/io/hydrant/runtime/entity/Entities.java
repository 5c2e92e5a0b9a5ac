package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * All entities of one kind, on all nodes.
 *
 * @param <S> their state
 * @param <E> their events
 */
public interface Entities<S, E extends Event<S>> {
  /**
   * Sends a command to an entity, which answers after its events are stored. The stage fails only
   * if the entity does not answer in time.
   */
  default <O> CompletionStage<Reply<O>> ask(String entityId, Command<S, E, O> command) {
    return ask(entityId, command, Optional.empty());
  }

  /** Sends the command of a caller; the journal stores the call with the events. */
  <O> CompletionStage<Reply<O>> ask(
      String entityId, Command<S, E, O> command, Optional<Caller> caller);

  /**
   * Sends a command that changes nothing. It is sent again if no answer arrives soon, because
   * messages can be lost while entities move from one node to another.
   */
  default <O> CompletionStage<Reply<O>> query(String entityId, Command<S, E, O> command) {
    return ask(entityId, command);
  }
}
