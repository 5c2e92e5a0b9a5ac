package io.hydrant.server;

import com.typesafe.config.Config;
import java.util.Optional;

/** Reads settings and checks them. */
final class ConfigReader {
  private ConfigReader() {}

  /** Returns the text of a setting; empty where it is blank. */
  static Optional<String> text(Config config, String key) {
    return Optional.of(config.getString(key)).filter(text -> !text.isBlank());
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
