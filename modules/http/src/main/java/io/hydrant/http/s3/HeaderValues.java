package io.hydrant.http.s3;

import io.hydrant.s3.message.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Values of headers that are not all ASCII, as S3 sends them. */
final class HeaderValues {
  private static final int ASCII = 0x80;

  private HeaderValues() {}

  /**
   * Returns the text for the HTTP server, which sends each character as one byte. Metadata of users
   * is encoded as RFC 2047 says, other headers are the bytes that the client sent.
   */
  static String sent(Headers.Header header) {
    String value = header.value();
    if (value.chars().allMatch(character -> character < ASCII)) {
      return value;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return header.name().toLowerCase(Locale.ROOT).startsWith("x-amz-meta-")
        ? "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?="
        : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
