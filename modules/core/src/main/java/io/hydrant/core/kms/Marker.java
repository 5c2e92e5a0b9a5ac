package io.hydrant.core.kms;

import io.hydrant.core.entity.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The start of the next page of a list. A marker is valid only for the list that issued it; any
 * other is InvalidMarkerException (service model: "the marker that specifies where pagination
 * should next begin is not valid").
 */
final class Marker {
  private static final int CHECK_DIGITS = 16;

  private Marker() {}

  /**
   * Returns the marker after an entry: URL-safe base64 of a hash of the list and the key, and the
   * key.
   *
   * @param list the name of the list, with its filters
   */
  static String after(String list, String lastKey) {
    String text = StableHash.of(list + "\0" + lastKey, 1) + lastKey;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the key of the last entry of the page before. */
  static Reply<String> read(String list, String marker) {
    String text = decoded(marker);
    if (text.length() > CHECK_DIGITS) {
      String key = text.substring(CHECK_DIGITS);
      if (after(list, key).equals(marker)) {
        return Reply.success(key);
      }
    }
    return Reply.failure(KmsErrors.invalidMarker());
  }

  /** Returns the decoded text; empty for text that is not base64. */
  private static String decoded(String marker) {
    try {
      return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
