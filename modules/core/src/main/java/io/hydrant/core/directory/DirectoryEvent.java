package io.hydrant.core.directory;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Event;
import java.time.Instant;

/** The events of a directory of streams. */
public sealed interface DirectoryEvent extends Event<StreamDirectory> {
  /**
   * A name is in use, or about to be, by a stream that the directory did not know under it.
   *
   * @param generation counts the streams that have had the name, from 1
   */
  record NameRegistered(Instant at, String name, DeliveryStreamType type, int generation)
      implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.registered(name, new StreamDirectory.Entry(type, generation), at);
    }
  }

  /** A check has found the stream of a name: the name needs no further check. */
  record NameConfirmed(Instant at, String name) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.confirmed(name);
    }
  }

  /** The stream of a name that has not been checked has registered it again. */
  record CheckPostponed(Instant at, String name) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.postponed(name, at);
    }
  }

  record NameDeregistered(Instant at, String name) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      return directory.without(name);
    }
  }
}
