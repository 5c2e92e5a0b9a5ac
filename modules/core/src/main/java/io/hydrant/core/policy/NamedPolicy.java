package io.hydrant.core.policy;

import java.util.Optional;

/**
 * A policy with the name by which messages refer to it.
 *
 * @param name for example {@code the key policy} or {@code the policy ReadLogs}
 */
public record NamedPolicy(String name, Policy policy) {
  /** Returns the statement that denies the request; empty where none does. */
  public Optional<MatchedStatement> denying(AccessRequest request) {
    return policy.evaluate(request) instanceof PolicyEvaluation.DeniedBy by
        ? Optional.of(decider(by.index(), by.statement()))
        : Optional.empty();
  }

  Optional<MatchedStatement> allowing(AccessRequest request) {
    return policy.evaluate(request) instanceof PolicyEvaluation.AllowedBy by
        ? Optional.of(decider(by.index(), by.statement()))
        : Optional.empty();
  }

  Optional<MatchedStatement> delegating(AccessRequest request) {
    return policy.delegation(request).map(by -> decider(by.index(), by.statement()));
  }

  private MatchedStatement decider(int index, Statement statement) {
    return new MatchedStatement(name, index, statement.sid());
  }
}
