package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.CorrelationContext;
import java.util.Optional;
import org.apache.pekko.actor.NoSerializationVerificationNeeded;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The messages to an {@link EntityActor}: commands from any node, the rest from itself. Marker
 * interfaces tell Pekko which is which.
 */
public sealed interface EntityMessage<S, E extends Event<S>> {
  <R> R accept(Visitor<S, E, R> visitor);

  /** Has one method for each message, so an actor that lacks one does not compile. */
  interface Visitor<S, E extends Event<S>, R> {
    <O> R visit(Execute<S, E, O> message);

    R visit(TaskEnded<S, E> message);

    R visit(Passivate<S, E> message);

    R visit(Wake<S, E> message);
  }

  /**
   * Makes the entity decide the command, store its events and answer.
   *
   * @param caller the caller in the metadata of the events; empty for Hydrant's own commands
   * @param origin the correlation context of the call
   */
  record Execute<S, E extends Event<S>, O>(
      Command<S, E, O> command,
      Optional<Caller> caller,
      CorrelationContext origin,
      ActorRef<Reply<O>> replyTo)
      implements EntityMessage<S, E> {
    public Execute {
      // A node of the previous version sends no context.
      origin = Optional.ofNullable(origin).orElse(CorrelationContext.NONE);
    }

    public Execute(Command<S, E, O> command, ActorRef<Reply<O>> replyTo) {
      this(command, Optional.empty(), CorrelationContext.NONE, replyTo);
    }

    Optional<EventMetadata> metadata() {
      return caller.map(who -> EventMetadata.of(command, who));
    }

    @Override
    public <R> R accept(Visitor<S, E, R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Reports the end of a task: a command to decide, or nothing, and then the task is retried. */
  record TaskEnded<S, E extends Event<S>>(
      Object task, Optional<Command<S, E, ?>> outcome, Optional<Throwable> failure)
      implements EntityMessage<S, E>, NoSerializationVerificationNeeded {
    @Override
    public <R> R accept(Visitor<S, E, R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Stops the actor, if its state is still passivatable. */
  record Passivate<S, E extends Event<S>>()
      implements EntityMessage<S, E>, NoSerializationVerificationNeeded {
    @Override
    public <R> R accept(Visitor<S, E, R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Makes the entity check again which tasks are due. */
  record Wake<S, E extends Event<S>>()
      implements EntityMessage<S, E>, NoSerializationVerificationNeeded {
    @Override
    public <R> R accept(Visitor<S, E, R> visitor) {
      return visitor.visit(this);
    }
  }
}
