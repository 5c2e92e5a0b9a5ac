package io.hydrant.core.kms;

import io.hydrant.core.entity.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where the next page of a list begins. A marker is good for the list that issued it alone: one
 * that was made up, or comes from another list, is InvalidMarkerException (service model: "the
 * marker that specifies where pagination should next begin is not valid").
 */
final class Marker {
  private static final int CHECK_BYTES = 8;

  private Marker() {}

  /**
   * The marker behind an entry.
   *
   * @param list names the list, with all that narrows it
   */
  static String after(String list, String lastKey) {
    byte[] key = lastKey.getBytes(StandardCharsets.UTF_8);
    byte[] marker = Arrays.copyOf(check(list, lastKey), CHECK_BYTES + key.length);
    System.arraycopy(key, 0, marker, CHECK_BYTES, key.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(marker);
  }

  /** The key of the last entry seen. */
  static Reply<String> read(String list, String marker) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(marker);
      if (bytes.length > CHECK_BYTES) {
        String key =
            new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
        if (after(list, key).equals(marker)) {
          return Reply.success(key);
        }
      }
    } catch (IllegalArgumentException notBase64) {
      // Falls through: no list has issued such a text.
    }
    return Reply.failure(Errors.invalidMarker());
  }

  /** Tells lists apart; it is no secret. */
  private static byte[] check(String list, String lastKey) {
    CRC32 sum = new CRC32();
    sum.update((list + "\0" + lastKey).getBytes(StandardCharsets.UTF_8));
    return String.format(java.util.Locale.ROOT, "%08x", sum.getValue())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
