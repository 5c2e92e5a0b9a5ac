package io.hydrant.http.auth.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as Signature Version 4 has it. */
final class UriEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final int HEX = 16;

  private UriEncoding() {}

  /** Encodes every byte that is not unreserved. */
  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8), UNRESERVED);
  }

  /** Encodes a path, of which the slashes stay. */
  static String encodePath(String path) {
    return encode(path.getBytes(StandardCharsets.UTF_8), UNRESERVED + "/");
  }

  /** Decodes a text and encodes it, so that encoded and clear text give the same. */
  static String normalize(String text) {
    return encode(decode(text), UNRESERVED);
  }

  /** Decodes percent signs; what is no encoding stays as it is. */
  static String decoded(String text) {
    return new String(decode(text), StandardCharsets.UTF_8);
  }

  /** Encodes a path in the same way; its slashes stay. */
  static String normalizePath(String path) {
    return encode(decode(path), UNRESERVED + "/");
  }

  private static String encode(byte[] bytes, String kept) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : bytes) {
      int code = Byte.toUnsignedInt(each);
      if (kept.indexOf(code) >= 0) {
        encoded.append((char) code);
      } else {
        encoded.append(String.format("%%%02X", code));
      }
    }
    return encoded.toString();
  }

  private static byte[] decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length && digit(bytes[i + 1]) && digit(bytes[i + 2])) {
        decoded.write(
            Character.digit(bytes[i + 1], HEX) * HEX + Character.digit(bytes[i + 2], HEX));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toByteArray();
  }

  private static boolean digit(byte each) {
    return Character.digit(each, HEX) >= 0;
  }
}
