package io.hydrant.runtime.crypto;

import io.hydrant.api.port.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals texts for one purpose under a key of its own. */
public final class Sealer implements Sealing {
  private final byte[] key;
  private final byte[] purpose;

  /**
   * Creates a sealer.
   *
   * @param key 32 bytes
   * @param purpose a text that was sealed for another purpose cannot be opened
   */
  public Sealer(byte[] key, String purpose) {
    this.key = key.clone();
    this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] seal(byte[] clear) {
    return AesGcm.seal(key, purpose, clear);
  }

  /**
   * Returns the plaintext; empty if the text was not sealed with this key and purpose, or was
   * changed.
   */
  @Override
  public Optional<byte[]> open(byte[] sealed) {
    return AesGcm.open(key, purpose, sealed);
  }

  @Override
  public String toString() {
    return "Sealer[hidden]";
  }
}
