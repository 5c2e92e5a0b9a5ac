package io.hydrant.runtime.stream;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.stream.Nonexistent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.entity.EntityKind;
import java.util.Optional;

/** The kinds of entities whose states contain names of streams. */
public final class FirehoseEntityKinds {
  /** A stream; the entity of a name without a stream is passivated. */
  public static final EntityKind<StreamState, StreamEvent> STREAM =
      new EntityKind<>(EntityTypes.STREAM, Optional.empty(), state -> state instanceof Nonexistent);

  public static final EntityKind<StreamDirectory, DirectoryEvent> DIRECTORY =
      new EntityKind<>(EntityTypes.STREAM_DIRECTORY);

  private FirehoseEntityKinds() {}
}
