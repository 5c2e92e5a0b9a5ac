package io.hydrant.api.shape;

/** Computes the decoded size of a base64 text without decoding it; rejects other texts. */
final class Base64Size {
  private static final int GROUP_CHARS = 4;
  private static final int GROUP_BYTES = 3;

  private Base64Size() {}

  static long of(String text, String path) {
    int length = text.length();
    int padding = 0;
    while (padding < 2 && padding < length && text.charAt(length - 1 - padding) == '=') {
      padding++;
    }
    int chars = length - padding;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      boolean known =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '+'
              || c == '/';
      if (!known) {
        throw new SerializationException("'" + path + "' must be a base64 string.");
      }
    }
    boolean whole = padding == 0 ? chars % GROUP_CHARS != 1 : length % GROUP_CHARS == 0;
    if (!whole) {
      throw new SerializationException("'" + path + "' must be a base64 string.");
    }
    return (long) chars * GROUP_BYTES / GROUP_CHARS;
  }
}
