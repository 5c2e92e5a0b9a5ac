package io.hydrant.server;

import com.typesafe.config.Config;
import java.util.Optional;

/** Settings that are checked while they are read. */
final class ConfigReader {
  private ConfigReader() {}

  /** Empty where nothing is set. */
  static Optional<String> text(Config config, String key) {
    return Optional.of(config.getString(key)).filter(text -> !text.isBlank());
  }

  /** One of two words. */
  static String choice(Config hydrant, String key, String one, String other)
      throws NodeStartException {
    String value = hydrant.getString(key);
    check(
        value.equals(one) || value.equals(other),
        "hydrant." + key + " must be " + one + " or " + other + ", not " + value + ".");
    return value;
  }

  /**
   * @throws NodeStartException with the sentence, where something is not right
   */
  static void check(boolean right, String sentence) throws NodeStartException {
    if (!right) {
      throw new NodeStartException(sentence);
    }
  }
}
