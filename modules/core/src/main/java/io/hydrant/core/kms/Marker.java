package io.hydrant.core.kms;

import io.hydrant.core.entity.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The start of the next page of a list. A marker is good for the list that issued it alone: one
 * that was made up, or comes from another list, is InvalidMarkerException (service model: "the
 * marker that specifies where pagination should next begin is not valid").
 */
final class Marker {
  private static final int CHECK_DIGITS = 16;

  private Marker() {}

  /**
   * The marker behind an entry: URL-safe base64 of digits that identify the list, and of the key.
   *
   * @param list names the list, with all that narrows it
   */
  static String after(String list, String lastKey) {
    String text = StableHash.of(list + "\0" + lastKey, 1) + lastKey;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of the last entry seen. */
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

  /** The empty text for what is no base64. */
  private static String decoded(String marker) {
    try {
      return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
