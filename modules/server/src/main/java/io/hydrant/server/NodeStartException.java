package io.hydrant.server;

/** The node cannot start; the message is a sentence for the person who started it. */
public final class NodeStartException extends Exception {
  public NodeStartException(String message) {
    super(message);
  }

  public NodeStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
