package io.hydrant.delivery.lambda;

/** A whole batch failed at a function, and may be tried again. */
public final class LambdaFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  public LambdaFailure(String code, String message) {
    super(message);
    this.code = "Lambda." + code;
  }

  /** No setting says where the function is, or the service does not know it. */
  public static LambdaFailure resourceNotFound(String functionArn) {
    return new LambdaFailure(
        "ResourceNotFound", "The function " + functionArn + " could not be found.");
  }

  /** The function threw an exception. */
  public static LambdaFailure functionError() {
    return new LambdaFailure(
        "FunctionError",
        "The Lambda function was successfully invoked but it returned an error result.");
  }

  /** The function gave an answer that has not the required form. */
  public static LambdaFailure badOutput() {
    return new LambdaFailure(
        "FunctionError",
        "Check your function and make sure the output is in required format. In addition to that,"
            + " make sure the processed records contain valid result status of Dropped, Ok, or"
            + " ProcessingFailed");
  }

  /** The function's answer is not JSON. */
  public static LambdaFailure notJson() {
    return new LambdaFailure(
        "JsonProcessingException",
        "There was an error parsing returned records from the Lambda function. Ensure that the"
            + " returned records follow the status model required by Firehose.");
  }

  /** An event with one record is larger than Lambda takes; it is not sent. */
  public static LambdaFailure eventTooLarge() {
    return new LambdaFailure(
        "InvocationFailure", "The record is too large for an event of Lambda, which has 6 MB.");
  }

  /** Returns Firehose's code, for example {@code Lambda.FunctionError}. */
  public String code() {
    return code;
  }
}
