package io.hydrant.core.policy;

import java.util.List;
import java.util.Locale;

/**
 * Patterns of actions or resources.
 *
 * @param inverted NotAction or NotResource
 */
public record Names(List<String> patterns, boolean inverted) {
  static final Names ALL = new Names(List.of("*"), false);

  public Names {
    patterns = List.copyOf(patterns);
  }

  boolean match(String text) {
    return patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, text)) != inverted;
  }

  /** Names of actions are the same in any case. */
  boolean matchIgnoringCase(String text) {
    return new Names(
            patterns.stream().map(pattern -> pattern.toLowerCase(Locale.ROOT)).toList(), inverted)
        .match(text.toLowerCase(Locale.ROOT));
  }
}
