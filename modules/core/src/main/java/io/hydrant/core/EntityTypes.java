package io.hydrant.core;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.EntityType;
import io.hydrant.core.id.StreamId;
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

/** Every type of entity. The names are part of the journal's format. */
public final class EntityTypes {
  /** {@code ACCOUNT/REGION/NAME}. */
  public static final EntityType<StreamState, StreamEvent> STREAM =
      new EntityType<>("stream", StreamEvent.class, id -> StreamState.initial(StreamId.arn(id)));

  /** {@code ACCOUNT/REGION/NAME/GENERATION}. */
  public static final EntityType<EncryptionCallBudget, EncryptionCallEvent> BUDGET =
      EntityType.of("budget", EncryptionCallEvent.class, EncryptionCallBudget.UNUSED);

  /** {@code ACCOUNT/REGION/NAME/GENERATION}. */
  public static final EntityType<RecordBuffer, BufferEvent> BUFFER =
      EntityType.of("buffer", BufferEvent.class, RecordBuffer.EMPTY);

  /** {@code ACCOUNT/REGION}. */
  public static final EntityType<StreamDirectory, DirectoryEvent> STREAM_DIRECTORY =
      EntityType.of("stream-directory", DirectoryEvent.class, StreamDirectory.EMPTY);

  /** {@code ACCOUNT/REGION/KEY_ID}. */
  public static final EntityType<Key, KeyEvent> KEY =
      EntityType.of("key", KeyEvent.class, new Key.Absent());

  /** {@code ACCOUNT/REGION}. */
  public static final EntityType<KeyDirectory, KeyDirectoryEvent> KEY_DIRECTORY =
      EntityType.of("key-directory", KeyDirectoryEvent.class, KeyDirectory.EMPTY);

  /** {@code ACCOUNT/REGION/KEY_ID}: the streams that use a key. */
  public static final EntityType<KeyStreamQuota, KeyStreamQuotaEvent> KEY_STREAM_QUOTA =
      EntityType.of("key-stream-quota", KeyStreamQuotaEvent.class, KeyStreamQuota.NONE);

  public static final List<EntityType<?, ?>> ALL =
      List.of(STREAM, BUDGET, BUFFER, STREAM_DIRECTORY, KEY, KEY_DIRECTORY, KEY_STREAM_QUOTA);

  private EntityTypes() {}

  /** The type of the entity with that persistence id; empty for an entity of another program. */
  public static Optional<EntityType<?, ?>> of(String persistenceId) {
    return ALL.stream().filter(type -> type.matches(persistenceId)).findFirst();
  }
}
