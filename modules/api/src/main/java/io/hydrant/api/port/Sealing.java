package io.hydrant.api.port;

import java.util.Optional;

/** Encrypts and authenticates bytes under a key that the nodes of a cluster share. */
public interface Sealing {
  byte[] seal(byte[] clear);

  /** Returns the clear bytes; empty where no such node sealed them, or they were changed. */
  Optional<byte[]> open(byte[] sealed);
}
