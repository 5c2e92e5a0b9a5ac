package io.hydrant.core.kms;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every fact of a key directory's history. */
public sealed interface KeyDirectoryEvent extends Event<KeyDirectory> {
  record KeyEntered(Instant at, String keyId) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      List<String> keys = Stream.concat(directory.keyIds().stream(), Stream.of(keyId)).toList();
      return new KeyDirectory(keys, directory.aliases());
    }
  }

  record AliasCreated(Instant at, String name, String keyId) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      SortedMap<String, Alias> aliases = new TreeMap<>(directory.aliases());
      aliases.put(name, new Alias(name, keyId, at));
      return new KeyDirectory(directory.keyIds(), aliases);
    }
  }

  record AliasDeleted(Instant at, String name) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      SortedMap<String, Alias> aliases = new TreeMap<>(directory.aliases());
      aliases.remove(name);
      return new KeyDirectory(directory.keyIds(), aliases);
    }
  }
}
