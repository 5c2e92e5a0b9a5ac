package io.hydrant.core.collection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The entries that were used last, up to a number of them: for maps whose keys clients choose.
 * Several threads may use it.
 */
public final class RecentMap<K, V> {
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final Consumer<V> forgotten;

  public RecentMap(int most) {
    this(most, value -> {});
  }

  /**
   * @param forgotten hears of each value that makes room for another one
   */
  public RecentMap(int most, Consumer<V> forgotten) {
    this.most = most;
    this.forgotten = forgotten;
  }

  /** The entry's value, which is made where there is none. */
  public synchronized V getOrMake(K key, Function<K, V> make) {
    V value = Optional.ofNullable(entries.get(key)).orElseGet(() -> make.apply(key));
    put(key, value);
    return value;
  }

  /** Changes an entry's value, which is made at first where there is none. */
  public synchronized void change(K key, Function<K, V> make, UnaryOperator<V> change) {
    put(key, change.apply(Optional.ofNullable(entries.get(key)).orElseGet(() -> make.apply(key))));
  }

  /** The entry's value, if there is one; this counts as a use. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Keeps a value in the place of the one before. */
  public synchronized void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > most) {
      var eldest = entries.entrySet().iterator();
      V leaving = eldest.next().getValue();
      eldest.remove();
      forgotten.accept(leaving);
    }
  }

  /** Forgets an entry, if there is one. Its value is not handed over. */
  public synchronized void remove(K key) {
    entries.remove(key);
  }

  /** Hands all values over and forgets them. */
  public synchronized void clear(Consumer<V> each) {
    entries.values().forEach(each);
    entries.clear();
  }

  public synchronized int size() {
    return entries.size();
  }
}
