package io.hydrant.core.policy;

import java.util.List;
import java.util.Map;

/**
 * One line of a Condition element.
 *
 * @param key the condition key's name in lower case
 * @param values any of them, or with a negated operator none of them
 */
public record Condition(
    Quantifier quantifier, Operator operator, boolean ifExists, String key, List<String> values) {
  /** ForAllValues, ForAnyValue, or neither. */
  public enum Quantifier {
    ONE,
    ALL_VALUES,
    ANY_VALUE
  }

  public Condition {
    values = List.copyOf(values);
  }

  boolean holds(Map<String, List<String>> keys) {
    List<String> actual = keys.getOrDefault(key, List.of());
    if (operator == Operator.NULL) {
      return values.stream().anyMatch(value -> Boolean.parseBoolean(value) == actual.isEmpty());
    }
    if (actual.isEmpty()) {
      return ifExists
          || quantifier == Quantifier.ALL_VALUES
          || (quantifier == Quantifier.ONE && operator.isNegated());
    }
    return switch (quantifier) {
      case ONE, ANY_VALUE -> actual.stream().anyMatch(value -> matches(value, keys));
      case ALL_VALUES -> actual.stream().allMatch(value -> matches(value, keys));
    };
  }

  private boolean matches(String actual, Map<String, List<String>> keys) {
    boolean any =
        values.stream()
            .map(value -> Variables.filledIn(value, keys))
            .anyMatch(value -> operator.matches(value, actual));
    return any != operator.isNegated();
  }
}
