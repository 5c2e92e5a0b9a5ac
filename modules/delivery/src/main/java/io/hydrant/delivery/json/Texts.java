package io.hydrant.delivery.json;

/** Texts of columns with a length. */
final class Texts {
  private Texts() {}

  /** Returns the first characters of a text. */
  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
