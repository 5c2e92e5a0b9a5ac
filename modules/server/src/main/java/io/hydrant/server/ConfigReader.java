package io.hydrant.server;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads settings and checks them. */
final class ConfigReader {
  private static final Duration DURATION_MIN = Duration.ofMillis(100);

  private ConfigReader() {}

  /** Returns the text of a setting; empty where it is blank. */
  static Optional<String> text(Config config, String key) {
    return Optional.of(config.getString(key)).filter(text -> !text.isBlank());
  }

  /**
   * Returns the text of a setting; empty where it is blank.
   *
   * @param form the text that the pattern stands for, in an error
   */
  static Optional<String> text(Config config, String key, Pattern pattern, String form)
      throws NodeStartException {
    Optional<String> text = text(config, key);
    for (String given : text.stream().toList()) {
      check(pattern, given, key, form);
    }
    return text;
  }

  /** Returns the texts of a setting, which commas separate. */
  static List<String> texts(Config config, String key, Pattern pattern, String form)
      throws NodeStartException {
    List<String> texts =
        Arrays.stream(config.getString(key).split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    for (String text : texts) {
      check(pattern, text, key, form);
    }
    return texts;
  }

  private static void check(Pattern pattern, String text, String key, String form)
      throws NodeStartException {
    check(
        pattern.matcher(text).matches(),
        "hydrant." + key + " must be " + form + ", not " + text + ".");
  }

  /** Returns a number of this range. */
  static int integer(Config config, String key, int min, int max) throws NodeStartException {
    int number = config.getInt(key);
    check(
        number >= min && number <= max,
        "hydrant." + key + " must be from " + min + " to " + max + ", not " + number + ".");
    return number;
  }

  /** Returns a duration of at least 100 milliseconds. */
  static Duration duration(Config config, String key) throws NodeStartException {
    Duration duration = config.getDuration(key);
    check(duration.compareTo(DURATION_MIN) >= 0, "hydrant." + key + " must be at least 100ms.");
    return duration;
  }

  /** Returns the value of a setting that is one of two words. */
  static String choice(Config hydrant, String key, String one, String other)
      throws NodeStartException {
    String value = hydrant.getString(key);
    check(
        value.equals(one) || value.equals(other),
        "hydrant." + key + " must be " + one + " or " + other + ", not " + value + ".");
    return value;
  }

  /**
   * Checks a condition.
   *
   * @throws NodeStartException with the sentence, where the condition is false
   */
  static void check(boolean right, String sentence) throws NodeStartException {
    if (!right) {
      throw new NodeStartException(sentence);
    }
  }
}
