package io.hydrant.api.shape;

import java.util.Locale;

/** Checks of any text of an input. */
final class Texts {
  /** A longer key of a map is cut off in a message. */
  private static final int KEY_CHARS_MAX = 128;

  private Texts() {}

  /** Half a surrogate pair is no character: such a text could not be written back as UTF-8. */
  static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Returns a member's name as a part of a path. */
  static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Returns a map's key as a part of a path. */
  static String shortened(String key) {
    if (key.length() <= KEY_CHARS_MAX) {
      return key;
    }
    boolean insidePair = Character.isHighSurrogate(key.charAt(KEY_CHARS_MAX - 1));
    return key.substring(0, insidePair ? KEY_CHARS_MAX - 1 : KEY_CHARS_MAX) + "...";
  }
}
