package io.hydrant.runtime.secret;

import io.hydrant.core.id.StreamArn;

/** A delivery cannot use a secret of its destination; the message says what to do. */
public final class SecretUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private SecretUnavailableException(String message) {
    super(message);
  }

  /** For streams that were made by a build that did not store secrets. */
  static SecretUnavailableException notStored(StreamArn arn, String path) {
    return new SecretUnavailableException(
        "No secret is stored for " + path + " of " + arn + ": call UpdateDestination with it.");
  }

  /** For streams of a journal that was imported, or of a node whose root key was replaced. */
  static SecretUnavailableException unreadable(StreamArn arn, String path) {
    return new SecretUnavailableException(
        "The secret "
            + path
            + " of "
            + arn
            + " was encrypted under another root key and cannot be decrypted: start the node with"
            + " that root key, or call UpdateDestination with the secret.");
  }
}
