package io.hydrant.core.kms;

import io.hydrant.core.id.Bytes;

/**
 * Permission to use one version of a key's material.
 *
 * @param version counted from 1
 * @param wrapped the material under the node's root key; never in plaintext
 */
public record KeyMaterial(KeyArn key, int version, Bytes wrapped) {
  /** KeyMaterialId, as the API has it. */
  public String id() {
    return KeyMaterialId.of(key, version);
  }
}
