package io.hydrant.delivery;

/** An object could not be written; the message is for a person. */
public final class DeliveryException extends RuntimeException {
  public DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
