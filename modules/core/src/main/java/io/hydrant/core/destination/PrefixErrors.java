package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/**
 * The refusals of prefixes. The words were recorded from AWS in September 2026. Those about values
 * in an ErrorOutputPrefix are assumed: they follow the words about a Prefix.
 */
final class PrefixErrors {
  private PrefixErrors() {}

  /** Quotes the whole prefix, not only the wrong part. */
  static ServiceError usage(String prefix) {
    return constraint(
        "Invalid expression usage: " + prefix + ".Must be of the form !{<namespace>:<value>}");
  }

  static ServiceError namespace(String namespace) {
    return constraint("Namespace to the left of colon (" + namespace + ") is an invalid keyword!");
  }

  /**
   * @param member {@code Prefix} or {@code ErrorOutputPrefix}
   */
  static ServiceError value(String member) {
    return constraint(
        "Invalid conversion character used in the value of the expression in " + member);
  }

  static ServiceError errorTypeInPrefix() {
    return constraint(
        "Prefix must not contain any occurrence of " + PrefixExpressions.ERROR_OUTPUT_TYPE);
  }

  static ServiceError noErrorPrefix() {
    return constraint("ErrorOutputPrefix cannot be null or empty when Prefix contains expressions");
  }

  static ServiceError noErrorType() {
    return constraint(
        "ErrorOutputPrefix must contain at least one occurrence of "
            + PrefixExpressions.ERROR_OUTPUT_TYPE);
  }

  /**
   * @param what {@code prefix} or {@code ErrorOutputPrefix}
   */
  static ServiceError length(String what, int max) {
    return constraint("Length of evaluated " + what + " cannot be greater than " + max);
  }

  private static ServiceError constraint(String constraint) {
    return DestinationErrors.invalid(
        "The supplied prefix(es) do not satisfy the following constraint: " + constraint);
  }
}
