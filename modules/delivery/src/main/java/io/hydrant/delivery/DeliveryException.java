package io.hydrant.delivery;

/** Reports that an object could not be written, in a sentence for the log. */
public final class DeliveryException extends RuntimeException {
  private static final String INTERNAL_ERROR = "InternalError";

  private final String code;

  /**
   * Creates the error of a service.
   *
   * @param code Firehose's code for it, for example {@code S3.NoSuchBucket}
   */
  public DeliveryException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public DeliveryException(String message, Throwable cause) {
    this(INTERNAL_ERROR, message, cause);
  }

  public DeliveryException(String message) {
    super(message);
    this.code = INTERNAL_ERROR;
  }

  /** Returns Firehose's code for an error of S3. */
  public static String ofS3(String code) {
    return "S3." + code;
  }

  /** Returns Firehose's code. */
  public String code() {
    return code;
  }
}
