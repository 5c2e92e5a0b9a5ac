package io.hydrant.s3.operation;

import io.hydrant.s3.xml.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The canonical user ids by which S3 names accounts. */
final class Owners {
  private Owners() {}

  /** Returns the id of an account: 64 hexadecimal digits, always the same for an account. */
  static String id(String account) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("canonical-user\n" + account).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static void write(XmlWriter xml, String element, String account) {
    xml.element(element, owner -> owner.element("ID", id(account)));
  }
}
