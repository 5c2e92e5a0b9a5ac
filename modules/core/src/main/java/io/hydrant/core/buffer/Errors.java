package io.hydrant.core.buffer;

import io.hydrant.core.entity.Refusal;

/** Every refusal of a buffer. */
public final class Errors {
  /** Never seen by a client: the put is admitted again, under the key that is in force now. */
  public static final Refusal STALE_EPOCH =
      new Refusal("StaleEpoch", "the key of these records is not in force any more");

  /** The put is sent again; a client sees it only where the move takes too long. */
  public static final Refusal MOVES =
      new Refusal("ServiceUnavailableException", "The stream moves to another node; try again.");

  private Errors() {}

  static Refusal full(long bytesMax) {
    return new Refusal(
        "ServiceUnavailableException",
        "Slow down. The buffer of this stream is full ("
            + bytesMax
            + " bytes wait for delivery); see the node's log for why delivery does not go on.");
  }

  static Refusal closing() {
    return new Refusal("ResourceNotFoundException", "The stream is being deleted.");
  }
}
