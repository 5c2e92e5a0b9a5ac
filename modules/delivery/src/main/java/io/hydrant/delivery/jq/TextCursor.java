package io.hydrant.delivery.jq;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads a text from its start to its end. */
final class TextCursor {
  private final String text;
  private int at;

  TextCursor(String text) {
    this.text = text;
  }

  String rest() {
    return text.substring(at);
  }

  boolean isAtDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** Takes up to that many digits. */
  String digits(int most) {
    int start = at;
    while (at - start < most && isAtDigit()) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Takes blanks and a number of that many digits; empty where it is not within the bounds. */
  OptionalInt number(int least, int greatest, int digits) {
    skipBlanks();
    String number = digits(digits);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    int value = Integer.parseInt(number);
    return value < least || value > greatest ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /**
   * Takes a name or its first three letters, without regard to case.
   *
   * @return the index of the name; empty where there is none of them
   */
  OptionalInt name(List<String> names) {
    String rest = rest().toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT);
      String abbreviated = name.substring(0, Math.min(3, name.length()));
      if (rest.startsWith(abbreviated)) {
        at += rest.startsWith(name) ? name.length() : abbreviated.length();
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  void skipWord() {
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  boolean accept(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
