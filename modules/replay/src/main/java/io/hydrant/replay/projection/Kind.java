package io.hydrant.replay.projection;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Event;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of entity, as the journal holds it.
 *
 * @param name the part of an entity's id before the {@code |}
 * @param events the sealed interface of its events
 * @param initial the state before the first event, of the entity with that id
 */
public record Kind<S, E extends Event<S>>(
    String name, Class<E> events, Function<String, S> initial) {
  public static final List<Kind<?, ?>> ALL =
      List.of(
          new Kind<>("stream", StreamEvent.class, id -> StreamState.initial(StreamFold.arn(id))),
          new Kind<>("key", KeyEvent.class, id -> new Key.Absent()),
          new Kind<>("budget", EncryptionCallEvent.class, id -> EncryptionCallBudget.UNUSED),
          new Kind<>("buffer", BufferEvent.class, id -> RecordBuffer.EMPTY),
          new Kind<>("directory", DirectoryEvent.class, id -> StreamDirectory.EMPTY),
          new Kind<>("keys", KeyDirectoryEvent.class, id -> KeyDirectory.EMPTY),
          new Kind<>("key-claims", KeyStreamQuotaEvent.class, id -> KeyStreamQuota.NONE));

  /** The kind of an entity {@code KIND|ID}; empty for one that is not Hydrant's. */
  public static Optional<Kind<?, ?>> of(String entity) {
    return ALL.stream().filter(kind -> entity.startsWith(kind.name() + "|")).findFirst();
  }

  /** A fold of that entity, {@code KIND|ID}, that has seen no event yet. */
  public StateFold<S, E> fold(String entity) {
    return new StateFold<>(this, initial.apply(entity));
  }
}
