package io.hydrant.core.destination;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of the object that a jq query makes: {@code {customer_id: .id, "year": (.time | f)}}.
 * Only the outer object is read, the values are skipped.
 */
final class QueryKeys {
  /** A name, a name of a variable, or a text without escapes. */
  private static final Pattern KEY = Pattern.compile("\\$?([a-zA-Z_]\\w*)|\"([^\"\\\\]*)\"");

  private static final String OPENING = "({[";
  private static final String CLOSING = ")}]";

  private QueryKeys() {}

  /** Empty where the query is no object of keys that are written out. */
  static Optional<Set<String>> of(String query) {
    String object = query.strip();
    if (!object.startsWith("{") || !object.endsWith("}")) {
      return Optional.empty();
    }
    return split(object.substring(1, object.length() - 1), ',').flatMap(QueryKeys::keys);
  }

  private static Optional<Set<String>> keys(List<String> members) {
    Set<String> keys = new LinkedHashSet<>();
    for (String member : members) {
      Optional<String> key = split(member, ':').flatMap(parts -> key(parts.get(0).strip()));
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(keys);
  }

  private static Optional<String> key(String text) {
    Matcher key = KEY.matcher(text);
    return key.matches()
        ? Optional.of(key.group(1) != null ? key.group(1) : key.group(2))
        : Optional.empty();
  }

  /** Splits at a character outside texts and brackets; empty where those are unbalanced. */
  private static Optional<List<String>> split(String text, char sign) {
    List<String> parts = new ArrayList<>();
    Deque<Character> open = new ArrayDeque<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == '"') {
        i = endOfText(text, i);
      } else if (OPENING.indexOf(at) >= 0) {
        open.push(CLOSING.charAt(OPENING.indexOf(at)));
      } else if (at == '#' || (CLOSING.indexOf(at) >= 0 && (open.isEmpty() || open.pop() != at))) {
        return Optional.empty();
      } else if (at == sign && open.isEmpty()) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return open.isEmpty() ? Optional.of(parts) : Optional.empty();
  }

  private static int endOfText(String text, int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
