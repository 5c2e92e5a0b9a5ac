package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;

/** One statement of a policy. It applies to a request when all of its elements match. */
public record Statement(
    Optional<String> sid,
    Effect effect,
    Principals principals,
    ElementMatcher<PolicyPattern> actions,
    ElementMatcher<PolicyPattern> resources,
    List<Condition> conditions) {
  public Statement {
    conditions = List.copyOf(conditions);
  }

  boolean allows(AccessRequest request) {
    return effect == Effect.ALLOW && principals.allow(request.principal()) && covers(request);
  }

  boolean denies(AccessRequest request) {
    return effect == Effect.DENY && principals.deny(request.principal()) && covers(request);
  }

  /** Returns whether the identity policies of the principal's account may allow the request. */
  boolean delegatesToAccount(AccessRequest request) {
    return effect == Effect.ALLOW
        && principals.leaveToAccountOf(request.principal())
        && covers(request);
  }

  private boolean covers(AccessRequest request) {
    return actions.includes(action -> action.matchesIgnoringCase(request.action(), request))
        && resources.includes(resource -> resource.matches(request.resource(), request))
        && conditions.stream().allMatch(condition -> condition.holds(request));
  }
}
