package io.hydrant.core.policy;

/** The result of one policy for one request. */
public sealed interface PolicyEvaluation {
  /**
   * @param index of the statement in its policy, from 0
   */
  record DeniedBy(int index, Statement statement) implements PolicyEvaluation {}

  /**
   * @param index of the statement in its policy, from 0
   */
  record AllowedBy(int index, Statement statement) implements PolicyEvaluation {}

  /** No statement applies, which is a denial unless something else allows the request. */
  record Implicit() implements PolicyEvaluation {}
}
