package io.hydrant.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** The comparison of a condition operator, without its prefix and suffix. */
enum ConditionOperator {
  STRING_EQUALS("StringEquals", ConditionValueType.TEXT),
  STRING_NOT_EQUALS("StringNotEquals", ConditionValueType.TEXT),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", ConditionValueType.TEXT_IN_ANY_CASE),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", ConditionValueType.TEXT_IN_ANY_CASE),
  STRING_LIKE("StringLike", ConditionValueType.PATTERN),
  STRING_NOT_LIKE("StringNotLike", ConditionValueType.PATTERN),
  NUMERIC_EQUALS("NumericEquals", ConditionValueType.NUMBER, Ordering.EQUAL),
  NUMERIC_NOT_EQUALS("NumericNotEquals", ConditionValueType.NUMBER, Ordering.EQUAL),
  NUMERIC_LESS_THAN("NumericLessThan", ConditionValueType.NUMBER, Ordering.LESS),
  NUMERIC_LESS_THAN_EQUALS(
      "NumericLessThanEquals", ConditionValueType.NUMBER, Ordering.LESS_OR_EQUAL),
  NUMERIC_GREATER_THAN("NumericGreaterThan", ConditionValueType.NUMBER, Ordering.GREATER),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", ConditionValueType.NUMBER, Ordering.GREATER_OR_EQUAL),
  DATE_EQUALS("DateEquals", ConditionValueType.DATE, Ordering.EQUAL),
  DATE_NOT_EQUALS("DateNotEquals", ConditionValueType.DATE, Ordering.EQUAL),
  DATE_LESS_THAN("DateLessThan", ConditionValueType.DATE, Ordering.LESS),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", ConditionValueType.DATE, Ordering.LESS_OR_EQUAL),
  DATE_GREATER_THAN("DateGreaterThan", ConditionValueType.DATE, Ordering.GREATER),
  DATE_GREATER_THAN_EQUALS(
      "DateGreaterThanEquals", ConditionValueType.DATE, Ordering.GREATER_OR_EQUAL),
  BOOL("Bool", ConditionValueType.FLAG),
  NULL("Null", ConditionValueType.FLAG),
  IP_ADDRESS("IpAddress", ConditionValueType.NETWORK),
  NOT_IP_ADDRESS("NotIpAddress", ConditionValueType.NETWORK),
  ARN_EQUALS("ArnEquals", ConditionValueType.ARN),
  ARN_LIKE("ArnLike", ConditionValueType.ARN),
  ARN_NOT_EQUALS("ArnNotEquals", ConditionValueType.ARN),
  ARN_NOT_LIKE("ArnNotLike", ConditionValueType.ARN);

  private final String word;
  private final ConditionValueType form;
  private final Ordering relation;

  ConditionOperator(String word, ConditionValueType form, Ordering relation) {
    this.word = word;
    this.form = form;
    this.relation = relation;
  }

  ConditionOperator(String word, ConditionValueType form) {
    this(word, form, Ordering.EQUAL);
  }

  static Optional<ConditionOperator> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  ConditionValueType form() {
    return form;
  }

  Ordering relation() {
    return relation;
  }

  /** Returns whether a value must match none of the condition's values instead of one. */
  boolean negated() {
    return word.contains("Not");
  }

  @Override
  public String toString() {
    return word;
  }
}
