package io.hydrant.core.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Condition operators, with the spelling of the policy language. */
public enum Operator {
  STRING_EQUALS("StringEquals", false, String::equals, Operator::anyText),
  STRING_NOT_EQUALS("StringNotEquals", true, String::equals, Operator::anyText),
  STRING_EQUALS_IGNORE_CASE(
      "StringEqualsIgnoreCase", false, String::equalsIgnoreCase, Operator::anyText),
  STRING_NOT_EQUALS_IGNORE_CASE(
      "StringNotEqualsIgnoreCase", true, String::equalsIgnoreCase, Operator::anyText),
  STRING_LIKE("StringLike", false, Wildcard::matches, Operator::anyText),
  STRING_NOT_LIKE("StringNotLike", true, Wildcard::matches, Operator::anyText),
  // ArnEquals takes wildcards too: the two do the same.
  ARN_EQUALS("ArnEquals", false, Wildcard::matches, Operator::isArn),
  ARN_NOT_EQUALS("ArnNotEquals", true, Wildcard::matches, Operator::isArn),
  ARN_LIKE("ArnLike", false, Wildcard::matches, Operator::isArn),
  ARN_NOT_LIKE("ArnNotLike", true, Wildcard::matches, Operator::isArn),
  BOOL("Bool", false, String::equalsIgnoreCase, Operator::isBoolean),
  NULL("Null", false, String::equalsIgnoreCase, Operator::isBoolean),
  NUMERIC_EQUALS("NumericEquals", false, number(c -> c == 0), Operator::isNumber),
  NUMERIC_NOT_EQUALS("NumericNotEquals", true, number(c -> c == 0), Operator::isNumber),
  NUMERIC_LESS_THAN("NumericLessThan", false, number(c -> c < 0), Operator::isNumber),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, number(c -> c <= 0), Operator::isNumber),
  NUMERIC_GREATER_THAN("NumericGreaterThan", false, number(c -> c > 0), Operator::isNumber),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", false, number(c -> c >= 0), Operator::isNumber),
  DATE_EQUALS("DateEquals", false, date(c -> c == 0), Operator::isDate),
  DATE_NOT_EQUALS("DateNotEquals", true, date(c -> c == 0), Operator::isDate),
  DATE_LESS_THAN("DateLessThan", false, date(c -> c < 0), Operator::isDate),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, date(c -> c <= 0), Operator::isDate),
  DATE_GREATER_THAN("DateGreaterThan", false, date(c -> c > 0), Operator::isDate),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, date(c -> c >= 0), Operator::isDate),
  IP_ADDRESS("IpAddress", false, AddressRange::contains, AddressRange::isRange),
  NOT_IP_ADDRESS("NotIpAddress", true, AddressRange::contains, AddressRange::isRange);

  private final String wireName;
  private final boolean negated;

  // Enum constants hold functions without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiPredicate<String, String> test;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<String> valid;

  Operator(
      String wireName, boolean negated, BiPredicate<String, String> test, Predicate<String> valid) {
    this.wireName = wireName;
    this.negated = negated;
    this.test = test;
    this.valid = valid;
  }

  static Optional<Operator> of(String name) {
    for (Operator operator : values()) {
      if (operator.wireName.equals(name)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  boolean isNegated() {
    return negated;
  }

  /** Whether a policy may hold the request's value against this one. */
  boolean accepts(String policyValue) {
    return valid.test(policyValue);
  }

  /** Without regard to negation. What cannot be compared does not match. */
  boolean matches(String policyValue, String actual) {
    return test.test(policyValue, actual);
  }

  private static boolean anyText(String text) {
    return true;
  }

  private static boolean isArn(String text) {
    return text.equals("*") || text.startsWith("arn:") || text.startsWith("${");
  }

  private static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private static boolean isNumber(String text) {
    return toNumber(text).isPresent();
  }

  private static boolean isDate(String text) {
    return toDate(text).isPresent();
  }

  /** The request's value compared with the policy's. */
  private static BiPredicate<String, String> number(Predicate<Integer> holds) {
    return (policy, actual) ->
        toNumber(actual).flatMap(a -> toNumber(policy).map(a::compareTo)).filter(holds).isPresent();
  }

  private static BiPredicate<String, String> date(Predicate<Integer> holds) {
    return (policy, actual) ->
        toDate(actual).flatMap(a -> toDate(policy).map(a::compareTo)).filter(holds).isPresent();
  }

  private static Optional<BigDecimal> toNumber(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** ISO 8601, or seconds since 1970. */
  private static Optional<Instant> toDate(String text) {
    try {
      return Optional.of(
          text.matches("-?[0-9]{1,11}")
              ? Instant.ofEpochSecond(Long.parseLong(text))
              : Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
