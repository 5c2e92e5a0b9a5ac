package io.hydrant.delivery.processing;

/** A whole batch failed at a processor, and may be tried again. */
public final class BatchFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code Firehose's code, for example {@code Lambda.FunctionError}
   */
  public BatchFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
