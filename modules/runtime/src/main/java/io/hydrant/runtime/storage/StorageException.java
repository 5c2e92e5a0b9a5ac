package io.hydrant.runtime.storage;

/** Reports that the storage cannot be used; the message contains the reason, without secrets. */
public final class StorageException extends RuntimeException {
  public StorageException(String message) {
    super(message);
  }

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
