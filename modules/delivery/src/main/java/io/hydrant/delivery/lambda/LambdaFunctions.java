package io.hydrant.delivery.lambda;

import io.hydrant.core.id.Caller;

/** The Lambda functions that transform records. */
@FunctionalInterface
public interface LambdaFunctions {
  /** Lambda's limit of an answer, as its own error names it. */
  int ANSWER_BYTES_MAX = 6_291_556;

  /**
   * Invokes a function and waits for its answer.
   *
   * @param functionArn as the stream's configuration has it, with its qualifier
   * @param role the caller: the role of the processor
   * @return the answer, which the caller checks against {@link #ANSWER_BYTES_MAX}
   * @throws LambdaFailure where the function cannot be invoked, or fails
   */
  byte[] invoke(String functionArn, Caller role, byte[] event) throws LambdaFailure;
}
