package io.hydrant.core.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policy variables: {@code ${aws:PrincipalAccount}} and the like within a condition's value. */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Set<String> KNOWN =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:userid",
          "aws:username");

  private Variables() {}

  /** The first variable that is not supported. */
  static Optional<String> unknown(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !KNOWN.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** A variable without a value makes a text that nothing equals. */
  static String filledIn(String text, Map<String, List<String>> keys) {
    return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, keys)));
  }

  private static String value(MatchResult found, Map<String, List<String>> keys) {
    List<String> values = keys.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? found.group() : values.get(0);
  }
}
