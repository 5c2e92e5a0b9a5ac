package io.hydrant.core.policy;

import io.hydrant.core.entity.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text of a policy into a template. */
final class PolicyPatternReader {
  private static final Pattern TOKEN =
      Pattern.compile("\\$\\{(?<inner>[^}]*)}|(?<open>\\$\\{)|(?<wildcard>[*?])");
  private static final Set<String> ESCAPED = Set.of("*", "?", "$");

  /** A condition key, and after a comma its default for requests without the key. */
  private static final Pattern VARIABLE =
      Pattern.compile("(?<key>[^,]+?)\\s*(,\\s*'(?<fallback>[^']*)'\\s*)?");

  private final boolean wildcards;
  private final boolean variables;

  private PolicyPatternReader(boolean wildcards, boolean variables) {
    this.wildcards = wildcards;
    this.variables = variables;
  }

  /** Reads a pattern with wildcards. */
  static Reply<PolicyPattern> pattern(String text, Version version) {
    return new PolicyPatternReader(true, version.hasVariables()).read(text);
  }

  /** Reads a text in which an asterisk is an ordinary character. */
  static Reply<PolicyPattern> exact(String text, Version version) {
    return new PolicyPatternReader(false, version.hasVariables()).read(text);
  }

  /** Reads a pattern of an element that has wildcards and no variables. */
  static Reply<PolicyPattern> plainPattern(String text) {
    return new PolicyPatternReader(true, false).read(text);
  }

  private Reply<PolicyPattern> read(String text) {
    List<PolicyPattern.Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher matcher = TOKEN.matcher(text);
    int done = 0;
    while (matcher.find(done)) {
      literal.append(text, done, matcher.start());
      Optional<String> inner = Optional.ofNullable(matcher.group("inner"));
      boolean wildcard = matcher.group("wildcard") != null;
      done = matcher.end();
      if (wildcard ? !wildcards : !variables) {
        // Only the first character is taken as text: a wildcard may follow within the braces.
        literal.append(text.charAt(matcher.start()));
        done = matcher.start() + 1;
      } else if (wildcard) {
        flush(literal, parts);
        parts.add(
            matcher.group().equals("*")
                ? PolicyPattern.Part.Wildcard.RUN
                : PolicyPattern.Part.Wildcard.ONE);
      } else if (inner.isEmpty()) {
        return Reply.failure(PolicyErrors.openVariable(text));
      } else if (ESCAPED.contains(inner.get())) {
        literal.append(inner.get());
      } else {
        Optional<PolicyPattern.Part> variable = variable(inner.get());
        if (variable.isEmpty()) {
          return Reply.failure(PolicyErrors.unsupportedVariable(inner.get()));
        }
        flush(literal, parts);
        parts.add(variable.get());
      }
    }
    literal.append(text, done, text.length());
    flush(literal, parts);
    return Reply.success(new PolicyPattern(parts));
  }

  private static Optional<PolicyPattern.Part> variable(String inner) {
    Matcher variable = VARIABLE.matcher(inner);
    return variable.matches() && ConditionKeys.supports(variable.group("key"))
        ? Optional.of(
            new PolicyPattern.Part.Variable(
                variable.group("key"), Optional.ofNullable(variable.group("fallback"))))
        : Optional.empty();
  }

  private static void flush(StringBuilder literal, List<PolicyPattern.Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new PolicyPattern.Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
