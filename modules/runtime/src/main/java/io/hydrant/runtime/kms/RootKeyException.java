package io.hydrant.runtime.kms;

/** The root key cannot be had; the message says what to do. */
public final class RootKeyException extends RuntimeException {
  public RootKeyException(String message) {
    super(message);
  }

  public RootKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
