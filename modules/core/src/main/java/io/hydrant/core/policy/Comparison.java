package io.hydrant.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a condition operator compares, without its prefix and suffix. */
enum Comparison {
  STRING_EQUALS("StringEquals", OperandForm.TEXT),
  STRING_NOT_EQUALS("StringNotEquals", OperandForm.TEXT),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", OperandForm.TEXT_IN_ANY_CASE),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", OperandForm.TEXT_IN_ANY_CASE),
  STRING_LIKE("StringLike", OperandForm.PATTERN),
  STRING_NOT_LIKE("StringNotLike", OperandForm.PATTERN),
  NUMERIC_EQUALS("NumericEquals", OperandForm.NUMBER, Relation.EQUAL),
  NUMERIC_NOT_EQUALS("NumericNotEquals", OperandForm.NUMBER, Relation.EQUAL),
  NUMERIC_LESS_THAN("NumericLessThan", OperandForm.NUMBER, Relation.LESS),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", OperandForm.NUMBER, Relation.LESS_OR_EQUAL),
  NUMERIC_GREATER_THAN("NumericGreaterThan", OperandForm.NUMBER, Relation.GREATER),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", OperandForm.NUMBER, Relation.GREATER_OR_EQUAL),
  DATE_EQUALS("DateEquals", OperandForm.DATE, Relation.EQUAL),
  DATE_NOT_EQUALS("DateNotEquals", OperandForm.DATE, Relation.EQUAL),
  DATE_LESS_THAN("DateLessThan", OperandForm.DATE, Relation.LESS),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", OperandForm.DATE, Relation.LESS_OR_EQUAL),
  DATE_GREATER_THAN("DateGreaterThan", OperandForm.DATE, Relation.GREATER),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", OperandForm.DATE, Relation.GREATER_OR_EQUAL),
  BOOL("Bool", OperandForm.FLAG),
  NULL("Null", OperandForm.FLAG),
  IP_ADDRESS("IpAddress", OperandForm.NETWORK),
  NOT_IP_ADDRESS("NotIpAddress", OperandForm.NETWORK),
  ARN_EQUALS("ArnEquals", OperandForm.ARN),
  ARN_LIKE("ArnLike", OperandForm.ARN),
  ARN_NOT_EQUALS("ArnNotEquals", OperandForm.ARN),
  ARN_NOT_LIKE("ArnNotLike", OperandForm.ARN);

  private final String word;
  private final OperandForm form;
  private final Relation relation;

  Comparison(String word, OperandForm form, Relation relation) {
    this.word = word;
    this.form = form;
    this.relation = relation;
  }

  Comparison(String word, OperandForm form) {
    this(word, form, Relation.EQUAL);
  }

  static Optional<Comparison> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  OperandForm form() {
    return form;
  }

  Relation relation() {
    return relation;
  }

  /** Whether a value must match none of the condition's values instead of one. */
  boolean negated() {
    return word.contains("Not");
  }

  @Override
  public String toString() {
    return word;
  }
}
