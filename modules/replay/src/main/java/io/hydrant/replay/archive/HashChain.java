package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes a line's hash from its text and the hash of the line before, so that no line can be
 * changed, lost or moved.
 */
final class HashChain {
  static final String START = "0".repeat(64);

  private HashChain() {}

  /**
   * @param before the hash of the line before
   * @param content the line without its own hash
   */
  static String next(String before, String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(before.getBytes(UTF_8));
      return HexFormat.of().formatHex(sha256.digest(content.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
