package io.hydrant.delivery.lambda;

import java.util.Optional;

/** A whole batch failed at a function, and may be tried again. */
public final class LambdaFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "Lambda.";

  private final String code;

  private LambdaFailure(String code, String message) {
    super(message);
    this.code = PREFIX + code;
  }

  private LambdaFailure(LambdaError error) {
    this(error.code(), error.message());
  }

  /** No setting says where the function is, or the service does not know it. */
  public static LambdaFailure resourceNotFound() {
    return new LambdaFailure(LambdaError.RESOURCE_NOT_FOUND);
  }

  /** The function threw an exception. */
  public static LambdaFailure functionError() {
    return new LambdaFailure(LambdaError.FUNCTION_ERROR);
  }

  /** The function gave an answer that has not the required form, or none in its time. */
  public static LambdaFailure badOutput() {
    return new LambdaFailure(
        LambdaError.FUNCTION_ERROR.code(),
        "Check your function and make sure the output is in required format. In addition to that,"
            + " make sure the processed records contain valid result status of Dropped, Ok, or"
            + " ProcessingFailed");
  }

  /** The function's answer is not JSON. */
  public static LambdaFailure notJson() {
    return new LambdaFailure(LambdaError.JSON_PROCESSING);
  }

  /** An event with one record is larger than Lambda takes; it is not sent. */
  public static LambdaFailure eventTooLarge() {
    return new LambdaFailure(
        LambdaError.INVOCATION_FAILURE.code(),
        "The record is too large for an event of Lambda, which has 6 MB.");
  }

  /** There is no answer from the place where the function should be. */
  public static LambdaFailure noResponse() {
    return new LambdaFailure(LambdaError.TARGET_SERVER_FAILED_TO_RESPOND);
  }

  /** There is no answer after Firehose's time limit. */
  static LambdaFailure tooLate() {
    return new LambdaFailure(LambdaError.FUNCTION_REQUEST_TIMED_OUT);
  }

  /**
   * The service refused the invocation.
   *
   * @param exception the name of the exception; empty where the answer has none
   */
  static LambdaFailure refused(int status, Optional<String> exception) {
    return new LambdaFailure(
        exception.flatMap(LambdaError::named).orElseGet(() -> LambdaError.ofStatus(status)));
  }

  /**
   * A failure on demand.
   *
   * @param name an exception of Lambda's API, or Firehose's code with or without {@code Lambda.}
   */
  public static LambdaFailure onDemand(String name) {
    String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return new LambdaFailure(LambdaError.named(plain).orElse(LambdaError.INVOCATION_FAILURE));
  }

  /** Returns Firehose's code, for example {@code Lambda.FunctionError}. */
  public String code() {
    return code;
  }
}
