package io.hydrant.core.policy;

import java.math.BigDecimal;
import java.time.Instant;

/** One value of a condition, with how a request's value is held against it. */
sealed interface Operand {
  /** A value of the request that cannot be read as what is asked for does not match. */
  boolean matches(String value, AccessRequest request);

  record Words(Template template, boolean ignoreCase) implements Operand {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return ignoreCase
          ? template.matchesIgnoringCase(value, request)
          : template.matches(value, request);
    }
  }

  record Arn(Template template) implements Operand {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return template.matchesArn(value, request);
    }
  }

  record Amount(Relation relation, BigDecimal bound) implements Operand {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return Scalars.number(value).stream().anyMatch(n -> relation.holds(n.compareTo(bound)));
    }
  }

  record Moment(Relation relation, Instant bound) implements Operand {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return Scalars.moment(value).stream().anyMatch(m -> relation.holds(m.compareTo(bound)));
    }
  }

  record Flag(boolean expected) implements Operand {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return Scalars.flag(value).stream().anyMatch(flag -> flag == expected);
    }
  }

  /**
   * @param prefix how many leading bits count
   */
  record Network(IpAddress address, int prefix) implements Operand {
    @Override
    public boolean matches(String value, AccessRequest request) {
      return IpAddress.parse(value).stream().anyMatch(one -> one.sharesBits(prefix, address));
    }
  }
}
