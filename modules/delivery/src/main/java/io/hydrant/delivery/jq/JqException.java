package io.hydrant.delivery.jq;

/** A query cannot be compiled, or fails for a value. */
public final class JqException extends Exception {
  private static final long serialVersionUID = 1L;

  public JqException(String message) {
    super(message);
  }
}
