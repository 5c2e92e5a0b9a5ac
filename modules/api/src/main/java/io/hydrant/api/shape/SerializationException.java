package io.hydrant.api.shape;

import io.hydrant.core.entity.ServiceError;

/** An input that cannot be read along its shape. The message repeats no value. */
public final class SerializationException extends RuntimeException {
  public SerializationException(String message) {
    super(message);
  }

  /** Returns the error that the client gets. */
  public ServiceError error() {
    return new ServiceError("SerializationException", getMessage());
  }
}
