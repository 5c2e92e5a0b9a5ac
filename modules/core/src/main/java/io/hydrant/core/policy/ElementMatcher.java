package io.hydrant.core.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * The values of an element such as Action.
 *
 * @param inverted true for the Not form, which matches all other values
 */
record ElementMatcher<T>(List<T> items, boolean inverted) {
  ElementMatcher {
    items = List.copyOf(items);
  }

  /** Returns the matcher of an element that a key policy lacks: the statement has no effect. */
  static <T> ElementMatcher<T> nothing() {
    return new ElementMatcher<>(List.of(), false);
  }

  boolean includes(Predicate<? super T> matches) {
    return items.stream().anyMatch(matches) != inverted;
  }
}
