package io.hydrant.s3.form;

import java.util.Locale;
import java.util.Optional;

/**
 * The head of one part of a form.
 *
 * @param name of the field
 * @param fileName as the client gives it, perhaps with a path
 */
record PartHead(String name, Optional<String> fileName) {
  private static final String DISPOSITION = "content-disposition:";

  /** Reads the head; empty where it names no field. */
  static Optional<PartHead> of(String head) {
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
        String value = line.substring(DISPOSITION.length());
        return parameter(value, "name").map(name -> new PartHead(name, file(value)));
      }
    }
    return Optional.empty();
  }

  /** Returns the name behind the last slash or backslash. */
  private static Optional<String> file(String value) {
    return parameter(value, "filename")
        .map(path -> path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
  }

  private static Optional<String> parameter(String value, String wanted) {
    int at = value.indexOf(';');
    while (at >= 0 && at < value.length()) {
      int equals = value.indexOf('=', at);
      if (equals < 0) {
        return Optional.empty();
      }
      String name = value.substring(at + 1, equals).strip();
      int start = equals + 1;
      boolean quoted = start < value.length() && value.charAt(start) == '"';
      int end = quoted ? closingQuote(value, start + 1) : next(value, start);
      if (name.equalsIgnoreCase(wanted)) {
        return Optional.of(
            quoted
                ? value.substring(start + 1, end).replace("\\\"", "\"")
                : value.substring(start, end).strip());
      }
      at = next(value, end);
    }
    return Optional.empty();
  }

  /** Returns the place of the quote that ends a text; one behind a backslash does not. */
  private static int closingQuote(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      if (value.charAt(i) == '"' && value.charAt(i - 1) != '\\') {
        return i;
      }
    }
    return value.length();
  }

  private static int next(String value, int from) {
    int semicolon = value.indexOf(';', from);
    return semicolon < 0 ? value.length() : semicolon;
  }
}
