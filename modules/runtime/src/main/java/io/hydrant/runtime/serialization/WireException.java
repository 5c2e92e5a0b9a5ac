package io.hydrant.runtime.serialization;

/** Bytes of another node that are no message, or a message that must not leave this one. */
final class WireException extends RuntimeException {
  WireException(String message) {
    super(message);
  }

  WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
