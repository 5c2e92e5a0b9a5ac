package io.hydrant.core.collection;

import io.hydrant.core.collection.SearchTree.Branch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;

/** Walks a tree in the order of its keys, from the first that {@code from} accepts. */
final class SearchTreeIterator<K extends Comparable<K>, V> implements Iterator<Map.Entry<K, V>> {
  private final Deque<Branch<K, V>> ahead = new ArrayDeque<>();

  /**
   * @param from accepts the keys from one on, and none before it
   */
  SearchTreeIterator(SearchTree<K, V> tree, Predicate<Branch<K, V>> from) {
    SearchTree<K, V> rest = tree;
    while (rest instanceof Branch<K, V> branch) {
      if (from.test(branch)) {
        ahead.push(branch);
        rest = branch.left();
      } else {
        rest = branch.right();
      }
    }
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  @Override
  public Map.Entry<K, V> next() {
    Branch<K, V> next = ahead.pop();
    SearchTree<K, V> rest = next.right();
    while (rest instanceof Branch<K, V> branch) {
      ahead.push(branch);
      rest = branch.left();
    }
    return Map.entry(next.key(), next.value());
  }
}
