package io.hydrant.core.buffer;

import io.hydrant.core.entity.ServiceError;

/** The errors of a buffer. */
final class BufferErrors {
  private BufferErrors() {}

  static ServiceError full(long bytesMax) {
    return new ServiceError(
        "ServiceUnavailableException",
        "Slow down. The buffer of this stream is full ("
            + bytesMax
            + " bytes wait for delivery); see the node's log for why delivery does not go on.");
  }

  static ServiceError closing() {
    return new ServiceError("ResourceNotFoundException", "The stream is being deleted.");
  }
}
