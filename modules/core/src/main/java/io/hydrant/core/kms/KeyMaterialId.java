package io.hydrant.core.kms;

/**
 * The id of one version of a key's material: 64 hexadecimal digits (service model,
 * BackingKeyIdType). It is computed from the key's id and the version, so that material of older
 * journals has one too.
 */
final class KeyMaterialId {
  private static final int WORDS = 4;

  private KeyMaterialId() {}

  /**
   * @param version counted from 1
   */
  static String of(KeyArn key, int version) {
    return StableHash.of("key material " + key.keyId() + " " + version, WORDS);
  }
}
