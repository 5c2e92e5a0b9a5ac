package io.hydrant.core.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * The values of an element such as Action.
 *
 * @param inverted true for the Not form, which matches everything else
 */
record ElementMatcher<T>(List<T> items, boolean inverted) {
  ElementMatcher {
    items = List.copyOf(items);
  }

  /** Matches nothing: the element is missing in a key policy, and the statement has no effect. */
  static <T> ElementMatcher<T> nothing() {
    return new ElementMatcher<>(List.of(), false);
  }

  boolean includes(Predicate<? super T> matches) {
    return items.stream().anyMatch(matches) != inverted;
  }
}
