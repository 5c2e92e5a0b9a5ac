package io.hydrant.core.policy;

import java.util.List;

/** A condition on one condition key. */
record Condition(Operator operator, String key, List<ConditionValue> operands) {
  Condition {
    operands = List.copyOf(operands);
  }

  boolean holds(AccessRequest request) {
    List<String> values = request.values(key);
    if (operator.comparison() == ConditionOperator.NULL) {
      return operands.contains(new ConditionValue.Flag(values.isEmpty()));
    }
    if (values.isEmpty() && operator.ifExists()) {
      return true;
    }
    boolean negated = operator.comparison().negated();
    return switch (operator.quantifier()) {
      // A request without the key has nothing that matches, which is what a negated operator asks.
      case PLAIN -> values.stream().anyMatch(value -> matchesOne(value, request)) != negated;
      case ALL_VALUES -> values.stream().allMatch(value -> matchesOne(value, request) != negated);
      case ANY_VALUE -> values.stream().anyMatch(value -> matchesOne(value, request) != negated);
    };
  }

  private boolean matchesOne(String value, AccessRequest request) {
    return operands.stream().anyMatch(operand -> operand.matches(value, request));
  }
}
