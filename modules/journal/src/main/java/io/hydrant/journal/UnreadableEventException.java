package io.hydrant.journal;

/** A stored event cannot be read: an unknown name, or bytes that are not its form. */
public final class UnreadableEventException extends RuntimeException {
  public UnreadableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
