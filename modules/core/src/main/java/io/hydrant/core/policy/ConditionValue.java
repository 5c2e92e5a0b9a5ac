package io.hydrant.core.policy;

import java.math.BigDecimal;
import java.time.Instant;

/** One value of a condition, and its comparison with a request's value. */
sealed interface ConditionValue {
  /** Returns whether a value of the request matches; one of another type does not. */
  boolean matches(String value, AccessRequest request);

  record Words(PolicyPattern template, boolean ignoreCase) implements ConditionValue {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return ignoreCase
          ? template.matchesIgnoringCase(value, request)
          : template.matches(value, request);
    }
  }

  record Arn(PolicyPattern template) implements ConditionValue {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return template.matchesArn(value, request);
    }
  }

  record Amount(Ordering relation, BigDecimal bound) implements ConditionValue {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return ConditionValueParser.number(value).stream()
          .anyMatch(n -> relation.holds(n.compareTo(bound)));
    }
  }

  record Moment(Ordering relation, Instant bound) implements ConditionValue {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return ConditionValueParser.moment(value).stream()
          .anyMatch(m -> relation.holds(m.compareTo(bound)));
    }
  }

  record Flag(boolean expected) implements ConditionValue {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return ConditionValueParser.flag(value).stream().anyMatch(flag -> flag == expected);
    }
  }

  /**
   * @param prefix the number of leading bits that are compared
   */
  record Network(IpAddress address, int prefix) implements ConditionValue {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return IpAddress.parse(value).stream().anyMatch(one -> one.sharesBits(prefix, address));
    }
  }
}
