package io.hydrant.core.policy;

import io.hydrant.core.entity.Reply;

/**
 * A condition operator, for example {@code ForAnyValue:StringLikeIfExists}.
 *
 * @param ifExists true where the condition holds for a request without the key
 */
record Operator(SetOperator quantifier, ConditionOperator comparison, boolean ifExists) {
  private static final String IF_EXISTS = "IfExists";

  /** Reads an operator. Null tests for the absence of a key, so it has no prefix and no suffix. */
  static Reply<Operator> read(String text) {
    SetOperator quantifier = SetOperator.of(text);
    String rest = text.substring(quantifier.prefix().length());
    boolean ifExists = rest.endsWith(IF_EXISTS);
    String word = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    return ConditionOperator.of(word)
        .filter(one -> one != ConditionOperator.NULL || word.equals(text))
        .map(one -> Reply.success(new Operator(quantifier, one, ifExists)))
        .orElseGet(() -> Reply.failure(PolicyErrors.unknownOperator(text)));
  }

  @Override
  public String toString() {
    return quantifier.prefix() + comparison + (ifExists ? IF_EXISTS : "");
  }
}
