package io.hydrant.core.directory;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Event;
import java.time.Instant;

/** Every fact of a directory's history. */
public sealed interface DirectoryEvent extends Event<StreamDirectory> {
  /**
   * A name is in use, or about to be. The same fact a second time says that its stream was found.
   *
   * @param generation which stream of that name, from 1; journals of earlier builds do not tell it,
   *     and it counts as the first there until the stream itself says more
   */
  record NameRegistered(Instant at, String name, DeliveryStreamType type, int generation)
      implements DirectoryEvent {
    public static final int FIRST = 1;

    public NameRegistered {
      generation = Math.max(FIRST, generation);
    }

    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.with(name, new StreamDirectory.Entry(type, generation), at);
    }
  }

  /** The stream of a name that has not been checked has entered it again. */
  record CheckPostponed(Instant at, String name) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.renewed(name, at);
    }
  }

  record NameDeregistered(Instant at, String name) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.without(name);
    }
  }
}
