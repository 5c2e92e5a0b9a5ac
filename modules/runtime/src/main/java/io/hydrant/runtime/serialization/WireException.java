package io.hydrant.runtime.serialization;

/** Reports bytes of another node that are no message, or a message that must not be sent. */
final class WireException extends RuntimeException {
  WireException(String message) {
    super(message);
  }

  WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
