package io.hydrant.http.auth.identity;

import java.util.Optional;

/** Makes bytes unreadable and unchangeable for all but the nodes of one key. */
public interface Sealing {
  byte[] seal(byte[] clear);

  /** Empty where the bytes were not sealed by such a node, or were changed. */
  Optional<byte[]> open(byte[] sealed);
}
