package io.hydrant.core.buffer;

import io.hydrant.core.entity.ServiceError;

/** Every refusal of a buffer. */
public final class BufferErrors {
  /** Never seen by a client: the put is admitted again, under the key that is in force now. */
  public static final ServiceError STALE_EPOCH =
      new ServiceError("StaleEpoch", "the key of these records is not in force any more");

  /** The put is sent again; a client sees it only where the move takes too long. */
  public static final ServiceError MOVES =
      new ServiceError(
          "ServiceUnavailableException", "The stream moves to another node; try again.");

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
