package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * All entities of one kind, wherever in the cluster they live.
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

  /** The same; the journal tells that the events come from that caller's call. */
  <O> CompletionStage<Reply<O>> ask(
      String entityId, Command<S, E, O> command, Optional<Caller> caller);

  /**
   * The same for a command that only looks: it is given again where no answer comes soon, because
   * messages can be lost while entities move from one node to another.
   */
  default <O> CompletionStage<Reply<O>> look(String entityId, Command<S, E, O> command) {
    return ask(entityId, command);
  }
}
