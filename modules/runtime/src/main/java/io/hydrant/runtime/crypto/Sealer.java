package io.hydrant.runtime.crypto;

import io.hydrant.api.port.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals texts for one purpose under a key of its own. */
public final class Sealer implements Sealing {
  private final byte[] key;
  private final byte[] purpose;

  /**
   * @param key 32 bytes
   * @param purpose what was sealed for another one does not open
   */
  public Sealer(byte[] key, String purpose) {
    this.key = key.clone();
    this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] seal(byte[] clear) {
    return AesGcm.seal(key, purpose, clear);
  }

  /** The text in clear; empty where it was not sealed here, or was changed. */
  @Override
  public Optional<byte[]> open(byte[] sealed) {
    return AesGcm.open(key, purpose, sealed);
  }

  @Override
  public String toString() {
    return "Sealer[hidden]";
  }
}
