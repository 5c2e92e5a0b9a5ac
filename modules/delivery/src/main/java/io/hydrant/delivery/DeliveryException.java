package io.hydrant.delivery;

/** Reports that an object could not be written, in a sentence for the log. */
public final class DeliveryException extends RuntimeException {
  public DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }

  public DeliveryException(String message) {
    super(message);
  }
}
