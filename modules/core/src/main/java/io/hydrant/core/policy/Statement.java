package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param number its place in the policy, from 1
 * @param principals empty in a policy that belongs to an identity
 */
public record Statement(
    int number,
    Optional<String> sid,
    Effect effect,
    Optional<Principals> principals,
    Names actions,
    Names resources,
    List<Condition> conditions) {
  public enum Effect {
    ALLOW,
    DENY
  }

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** Whether the statement speaks of this request at all. */
  boolean applies(AccessRequest request) {
    return principals.map(each -> each.match(request.principal())).orElse(true)
        && actions.matchIgnoringCase(request.action())
        && resources.match(request.resource())
        && conditions.stream().allMatch(condition -> condition.holds(request.keys()));
  }

  /** Whether it names the principal itself, so that no other policy need allow the request. */
  boolean namesDirectly(Principal principal) {
    return principals.map(each -> each.matchDirectly(principal)).orElse(true);
  }

  /** How a person finds it: by its Sid, else by its place. */
  public String title() {
    return sid.map(name -> "statement \"" + name + "\"").orElse("statement " + number);
  }
}
