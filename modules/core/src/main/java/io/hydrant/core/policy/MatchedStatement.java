package io.hydrant.core.policy;

import java.util.Optional;

/**
 * A statement that decided about a request.
 *
 * @param policy the name of its policy
 * @param index its index in the policy, from 0
 */
public record MatchedStatement(String policy, int index, Optional<String> sid) {
  /** Returns the statement's Sid, or its number counted from 1. */
  @Override
  public String toString() {
    String statement = sid.map(name -> '"' + name + '"').orElseGet(() -> "" + (index + 1));
    return "statement " + statement + " of " + policy;
  }
}
