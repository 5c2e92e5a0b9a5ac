package io.hydrant.core.collection;

import io.hydrant.core.collection.SearchTree.Branch;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An immutable map in the natural order of its keys. A change makes a new map that shares all but a
 * few nodes with the old one, so that a state with thousands of entries can be folded from its
 * events: copying a map for each event takes quadratic time.
 */
public final class PersistentSortedMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {
  private final SearchTree<K, V> tree;
  private final int size;

  private PersistentSortedMap(SearchTree<K, V> tree, int size) {
    this.tree = tree;
    this.size = size;
  }

  public static <K extends Comparable<K>, V> PersistentSortedMap<K, V> empty() {
    return new PersistentSortedMap<>(new SearchTree.Leaf<K, V>(), 0);
  }

  public static <K extends Comparable<K>, V> PersistentSortedMap<K, V> copyOf(Map<K, V> map) {
    if (map instanceof PersistentSortedMap<K, V> same) {
      return same;
    }
    PersistentSortedMap<K, V> copy = empty();
    for (Map.Entry<K, V> entry : map.entrySet()) {
      copy = copy.plus(entry.getKey(), entry.getValue());
    }
    return copy;
  }

  /** This map with the value in place of any that the key has. */
  public PersistentSortedMap<K, V> plus(K key, V value) {
    return new PersistentSortedMap<>(tree.plus(key, value), size + (tree.has(key) ? 0 : 1));
  }

  /** This map without the key. */
  public PersistentSortedMap<K, V> minus(K key) {
    return tree.has(key) ? new PersistentSortedMap<>(tree.minus(key), size - 1) : this;
  }

  public Optional<V> find(K key) {
    return tree.find(key).map(Branch::value);
  }

  public boolean has(K key) {
    return tree.has(key);
  }

  /** The entries whose keys come after {@code key}, in order. */
  public Stream<Map.Entry<K, V>> after(K key) {
    return stream(new SearchTreeIterator<>(tree, branch -> branch.key().compareTo(key) > 0));
  }

  /** As {@link #find}, in the form that {@link Map} asks for: null where there is none. */
  @Override
  @SuppressWarnings("unchecked")
  public V get(Object key) {
    return find((K) key).orElse(null);
  }

  @Override
  @SuppressWarnings("unchecked")
  public boolean containsKey(Object key) {
    return has((K) key);
  }

  @Override
  public int size() {
    return size;
  }

  private static <K, V> Stream<Map.Entry<K, V>> stream(Iterator<Map.Entry<K, V>> iterator) {
    Iterable<Map.Entry<K, V>> once = () -> iterator;
    return StreamSupport.stream(once.spliterator(), false);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new SearchTreeIterator<>(tree, branch -> true);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
