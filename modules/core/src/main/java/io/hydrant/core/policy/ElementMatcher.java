package io.hydrant.core.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * What an element such as Action names.
 *
 * @param inverted whether it is the Not- form, which names everything else
 */
record ElementMatcher<T>(List<T> items, boolean inverted) {
  ElementMatcher {
    items = List.copyOf(items);
  }

  /** Of an element that a key policy leaves out; the statement then has no effect. */
  static <T> ElementMatcher<T> nothing() {
    return new ElementMatcher<>(List.of(), false);
  }

  boolean includes(Predicate<? super T> matches) {
    return items.stream().anyMatch(matches) != inverted;
  }
}
