package io.hydrant.core.collection;

import java.util.Optional;

/** An immutable AVL tree: the heights of two siblings differ by one at most. */
sealed interface SearchTree<K extends Comparable<K>, V> {
  int height();

  Optional<Branch<K, V>> find(K key);

  /** This tree with the value in place of any that the key has. */
  Branch<K, V> plus(K key, V value);

  /** This tree without the key. */
  SearchTree<K, V> minus(K key);

  /** This tree with {@code other} to its right. */
  SearchTree<K, V> joined(SearchTree<K, V> other);

  default boolean has(K key) {
    return find(key).isPresent();
  }

  record Leaf<K extends Comparable<K>, V>() implements SearchTree<K, V> {
    @Override
    public int height() {
      return 0;
    }

    @Override
    public Optional<Branch<K, V>> find(K key) {
      return Optional.empty();
    }

    @Override
    public Branch<K, V> plus(K key, V value) {
      return new Branch<>(this, key, value, this, 1);
    }

    @Override
    public SearchTree<K, V> minus(K key) {
      return this;
    }

    @Override
    public SearchTree<K, V> joined(SearchTree<K, V> other) {
      return other;
    }
  }

  record Branch<K extends Comparable<K>, V>(
      SearchTree<K, V> left, K key, V value, SearchTree<K, V> right, int height)
      implements SearchTree<K, V> {

    @Override
    public Optional<Branch<K, V>> find(K wanted) {
      int order = wanted.compareTo(key);
      if (order == 0) {
        return Optional.of(this);
      }
      return order < 0 ? left.find(wanted) : right.find(wanted);
    }

    @Override
    public Branch<K, V> plus(K added, V with) {
      int order = added.compareTo(key);
      if (order == 0) {
        return new Branch<>(left, added, with, right, height);
      }
      return order < 0 ? with(left.plus(added, with), right) : with(left, right.plus(added, with));
    }

    @Override
    public SearchTree<K, V> minus(K removed) {
      int order = removed.compareTo(key);
      if (order == 0) {
        return left.joined(right);
      }
      return order < 0 ? with(left.minus(removed), right) : with(left, right.minus(removed));
    }

    @Override
    public SearchTree<K, V> joined(SearchTree<K, V> other) {
      return other instanceof Branch<K, V> branch ? branch.first().balanced(this, branch) : this;
    }

    /** The entry that {@code rest} lost to become the root between both trees. */
    private Branch<K, V> balanced(SearchTree<K, V> before, Branch<K, V> rest) {
      return of(before, key, value, rest.minus(key)).balanced();
    }

    private Branch<K, V> first() {
      return left instanceof Branch<K, V> branch ? branch.first() : this;
    }

    private Branch<K, V> with(SearchTree<K, V> newLeft, SearchTree<K, V> newRight) {
      return of(newLeft, key, value, newRight).balanced();
    }

    private Branch<K, V> balanced() {
      int lean = left.height() - right.height();
      if (lean > 1 && left instanceof Branch<K, V> tall) {
        return of(tall.lean() < 0 ? tall.rotatedLeft() : tall, key, value, right).rotatedRight();
      }
      if (lean < -1 && right instanceof Branch<K, V> tall) {
        return of(left, key, value, tall.lean() > 0 ? tall.rotatedRight() : tall).rotatedLeft();
      }
      return this;
    }

    private int lean() {
      return left.height() - right.height();
    }

    private Branch<K, V> rotatedRight() {
      return left instanceof Branch<K, V> up
          ? of(up.left, up.key, up.value, of(up.right, key, value, right))
          : this;
    }

    private Branch<K, V> rotatedLeft() {
      return right instanceof Branch<K, V> up
          ? of(of(left, key, value, up.left), up.key, up.value, up.right)
          : this;
    }

    private static <K extends Comparable<K>, V> Branch<K, V> of(
        SearchTree<K, V> left, K key, V value, SearchTree<K, V> right) {
      return new Branch<>(left, key, value, right, 1 + Math.max(left.height(), right.height()));
    }
  }
}
