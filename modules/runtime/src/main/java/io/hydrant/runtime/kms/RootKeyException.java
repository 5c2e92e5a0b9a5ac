package io.hydrant.runtime.kms;

/** Reports that the root key cannot be loaded; the message contains the remedy. */
public final class RootKeyException extends RuntimeException {
  public RootKeyException(String message) {
    super(message);
  }

  public RootKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
