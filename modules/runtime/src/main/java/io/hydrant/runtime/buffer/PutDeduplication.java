package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Recognizes puts that are sent again because their answer did not arrive in time. They are stored
 * once, and each sender gets the same answer. One actor uses it.
 */
final class PutDeduplication {
  private static final int REMEMBERED_MAX = 1000;

  /** The time within which an answered put is not sent again. */
  private static final Duration SOON = ShardedBuffers.RESENT_AFTER.dividedBy(2);

  private final LongSupplier nanoTime;
  private final Map<String, Pending> pending = new HashMap<>();
  private final Map<String, Reply<PutResult>> answered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reply<PutResult>> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  private record Pending(long since, List<ActorRef<Reply<PutResult>>> alsoTo) {}

  PutDeduplication(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Returns true for a put that was sent before; it is answered with the first one, or at once. */
  boolean isDuplicate(BufferMessage.Put put) {
    Optional<Reply<PutResult>> reply = Optional.ofNullable(answered.get(put.id()));
    Optional<Pending> first = Optional.ofNullable(pending.get(put.id()));
    reply.ifPresent(known -> put.replyTo().tell(known));
    first.ifPresent(waiting -> waiting.alsoTo().add(put.replyTo()));
    return reply.isPresent() || first.isPresent();
  }

  void register(BufferMessage.Put put) {
    pending.put(put.id(), new Pending(nanoTime.getAsLong(), new ArrayList<>()));
  }

  void answered(BufferMessage.Put put, Reply<PutResult> reply) {
    Pending waited = pending.remove(put.id());
    waited.alsoTo().forEach(replyTo -> replyTo.tell(reply));
    if (nanoTime.getAsLong() - waited.since() > SOON.toNanos()) {
      answered.put(put.id(), reply);
    }
  }
}
