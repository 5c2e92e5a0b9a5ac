package io.hydrant.core.directory;

import io.hydrant.core.entity.Event;
import io.hydrant.core.stream.DeliveryStreamType;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every fact of a directory's history. */
public sealed interface DirectoryEvent extends Event<StreamDirectory> {
  record StreamListed(Instant at, String name, DeliveryStreamType type) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      SortedMap<String, DeliveryStreamType> changed = new TreeMap<>(directory.streams());
      changed.put(name, type);
      return new StreamDirectory(changed);
    }
  }

  record StreamUnlisted(Instant at, String name) implements DirectoryEvent {
    @Override
    public StreamDirectory evolve(StreamDirectory directory) {
      SortedMap<String, DeliveryStreamType> changed = new TreeMap<>(directory.streams());
      changed.remove(name);
      return new StreamDirectory(changed);
    }
  }
}
