package io.hydrant.journal;

/** Reports a stored event with an unknown name, or with bytes that are not its form. */
public final class UnreadableEventException extends RuntimeException {
  public UnreadableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
