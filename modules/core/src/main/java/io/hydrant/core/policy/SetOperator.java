package io.hydrant.core.policy;

/** The prefix of a condition operator: the number of a request's values that must match. */
enum SetOperator {
  /** No prefix, for keys with one value. */
  PLAIN(""),
  ALL_VALUES("ForAllValues:"),
  ANY_VALUE("ForAnyValue:");

  private final String prefix;

  SetOperator(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  static SetOperator of(String operator) {
    if (operator.startsWith(ALL_VALUES.prefix)) {
      return ALL_VALUES;
    }
    return operator.startsWith(ANY_VALUE.prefix) ? ANY_VALUE : PLAIN;
  }
}
