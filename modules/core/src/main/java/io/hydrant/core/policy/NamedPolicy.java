package io.hydrant.core.policy;

import java.util.Optional;

/**
 * A policy as people know it.
 *
 * @param name for example {@code the key policy} or {@code the policy ReadLogs}
 */
public record NamedPolicy(String name, Policy policy) {
  /** The statement that denies the request, if one does. */
  public Optional<Decider> denying(AccessRequest request) {
    return policy.evaluate(request) instanceof Verdict.DeniedBy by
        ? Optional.of(decider(by.index(), by.statement()))
        : Optional.empty();
  }

  Optional<Decider> allowing(AccessRequest request) {
    return policy.evaluate(request) instanceof Verdict.AllowedBy by
        ? Optional.of(decider(by.index(), by.statement()))
        : Optional.empty();
  }

  Optional<Decider> delegating(AccessRequest request) {
    return policy.delegation(request).map(by -> decider(by.index(), by.statement()));
  }

  private Decider decider(int index, Statement statement) {
    return new Decider(name, index, statement.sid());
  }
}
