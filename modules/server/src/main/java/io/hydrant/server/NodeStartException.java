package io.hydrant.server;

/** A failed start of a node; the message is a sentence for the operator. */
public final class NodeStartException extends Exception {
  public NodeStartException(String message) {
    super(message);
  }

  public NodeStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
