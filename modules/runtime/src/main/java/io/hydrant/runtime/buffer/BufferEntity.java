package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Reply;
import io.hydrant.runtime.entity.EntityMessage;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.japi.function.Function2;

/** Sends commands to the entity of a {@link BufferActor}; the answers are messages to the actor. */
record BufferEntity(
    ActorContext<BufferMessage> context, ActorRef<EntityMessage<RecordBuffer, BufferEvent>> ref) {
  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  /** Starts the entity; the two actors stop together. */
  static BufferEntity spawn(
      ActorContext<BufferMessage> context,
      Behavior<EntityMessage<RecordBuffer, BufferEvent>> behavior) {
    ActorRef<EntityMessage<RecordBuffer, BufferEvent>> ref = context.spawn(behavior, "entity");
    context.watch(ref);
    return new BufferEntity(context, ref);
  }

  <O> void forward(BufferMessage.Ask<O> ask) {
    ref.tell(new EntityMessage.Execute<>(ask.command(), ask.replyTo()));
  }

  void append(BufferCommand.AppendRecords command) {
    ask(
        command,
        (reply, failure) ->
            new BufferMessage.Written(failure == null ? Optional.of(reply) : Optional.empty()));
  }

  void askPosition() {
    ask(
        new BufferCommand.NextPosition(),
        (reply, failure) ->
            failure == null
                ? new BufferMessage.Ready(
                    reply.fold(next -> Optional.of(next), refusal -> Optional.empty()))
                : new BufferMessage.Ready(Optional.empty()));
  }

  private <O> void ask(
      BufferCommand<O> command, Function2<Reply<O>, Throwable, BufferMessage> then) {
    // A class literal cannot name type arguments.
    @SuppressWarnings("unchecked")
    Class<Reply<O>> type = (Class<Reply<O>>) (Class<?>) Reply.class;
    context.ask(
        type,
        ref,
        TIMEOUT,
        (ActorRef<Reply<O>> replyTo) -> new EntityMessage.Execute<>(command, replyTo),
        then);
  }
}
