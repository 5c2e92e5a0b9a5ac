package io.hydrant.runtime.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps a bounded number of values; when it is full, the one that was used longest ago goes. */
final class RecentlyUsed<K, V> {
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<K, V> values;

  RecentlyUsed(int max) {
    this.values =
        new LinkedHashMap<>(16, LOAD_FACTOR, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > max;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(values.get(key));
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
  }

  synchronized void remove(K key) {
    values.remove(key);
  }

  synchronized int size() {
    return values.size();
  }
}
