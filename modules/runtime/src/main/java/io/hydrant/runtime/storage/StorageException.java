package io.hydrant.runtime.storage;

/** The journal's place cannot be used; the message says why, without secrets. */
public final class StorageException extends RuntimeException {
  public StorageException(String message) {
    super(message);
  }

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
