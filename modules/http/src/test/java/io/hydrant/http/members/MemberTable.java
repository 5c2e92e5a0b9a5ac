package io.hydrant.http.members;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every input member of a service does, as the table beside this class says it. */
final class MemberTable {
  /** What becomes of a member that a client gives. */
  enum State {
    /** What is answered, or happens later, depends on it. */
    USED,
    /** A call with it is refused by its name. */
    REFUSED,
    /** It is described and has no other effect. */
    RECORDED,
    /** It can have none. */
    WITHOUT_EFFECT
  }

  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| ([a-z ]+) \\| (.+) \\|$", Pattern.MULTILINE);

  private final Map<String, State> states;

  private MemberTable(Map<String, State> states) {
    this.states = states;
  }

  static MemberTable of(String service) {
    try (InputStream in = MemberTable.class.getResourceAsStream(service + ".md")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, State> states = new LinkedHashMap<>();
      for (MatchResult row : ROW.matcher(text).results().toList()) {
        State state =
            State.valueOf(row.group(2).replace(' ', '_').toUpperCase(java.util.Locale.ROOT));
        if (states.put(row.group(1), state) != null) {
          throw new IllegalStateException(row.group(1) + " is in the table twice");
        }
      }
      return new MemberTable(states);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> members() {
    return states.keySet();
  }

  /** Members by state, for example {@code CreateGrant.Constraints.SourceArn}. */
  Set<String> members(State state) {
    return states.entrySet().stream()
        .filter(row -> row.getValue() == state)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
