package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.AppendResult;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.Admission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.NoSerializationVerificationNeeded;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The messages to a {@link BufferActor}: puts and commands from any node, the rest from itself.
 * Marker interfaces tell Pekko which is which.
 */
public sealed interface BufferMessage {
  <R> R accept(Visitor<R> visitor);

  /** Has one method for each message, so an actor that lacks one does not compile. */
  interface Visitor<R> {
    R visit(Put message);

    <O> R visit(Ask<O> message);

    R visit(KeyOpened message);

    R visit(Written message);

    R visit(Ready message);

    R visit(Handoff message);
  }

  /**
   * Asks the buffer to seal and store records.
   *
   * @param id the same when the put is sent again
   * @param origin the call's correlation context
   */
  record Put(
      String id,
      Admission admission,
      List<Bytes> records,
      CorrelationContext origin,
      ActorRef<Reply<PutResult>> replyTo)
      implements BufferMessage {
    long dataBytes() {
      return records.stream().mapToLong(Bytes::size).sum();
    }

    /** Returns the epoch to seal in; 0 for none. */
    int epoch() {
      return admission.sealedUnder().map(key -> key.number()).orElse(0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Ask<O>(BufferCommand<O> command, ActorRef<Reply<O>> replyTo) implements BufferMessage {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Reports KMS's answer for a data key, or that KMS could not be reached. */
  record KeyOpened(int epoch, Instant askedAt, Reply<Bytes> key)
      implements BufferMessage, NoSerializationVerificationNeeded {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Reports the end of a write; empty if the journal did not answer. */
  record Written(Optional<Reply<AppendResult>> reply)
      implements BufferMessage, NoSerializationVerificationNeeded {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Reports the next position, so records can be sealed. */
  record Ready(Optional<Long> nextPosition)
      implements BufferMessage, NoSerializationVerificationNeeded {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Moves the buffer to another node: it answers the puts that it has and stops. */
  record Handoff() implements BufferMessage {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
