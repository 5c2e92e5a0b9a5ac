package io.hydrant.core.kms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of one version of a key's material: 64 hexadecimal digits (service model,
 * BackingKeyIdType). It follows from the key's id and the version, so that material made before
 * there were such ids has one too.
 */
final class KeyMaterialId {
  private KeyMaterialId() {}

  /**
   * @param version counted from 1
   */
  static String of(KeyArn key, int version) {
    byte[] named = ("key material " + key.keyId() + " " + version).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(named));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
