package io.hydrant.server;

import com.typesafe.config.Config;
import java.util.Locale;
import java.util.Set;

/**
 * The settings of Hydrant's own log.
 *
 * @param level OFF, ERROR, WARN, INFO, DEBUG or TRACE
 * @param format text for people, json for programs
 * @param deliveries true where the lines that streams send to CloudWatch Logs are in it
 */
public record LogSettings(String level, String format, boolean deliveries) {
  private static final Set<String> LEVELS =
      Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");

  static LogSettings of(Config hydrant) throws NodeStartException {
    String level = hydrant.getString("log-level").toUpperCase(Locale.ROOT);
    ConfigReader.check(
        LEVELS.contains(level),
        "hydrant.log-level must be OFF, ERROR, WARN, INFO, DEBUG or TRACE, not " + level + ".");
    return new LogSettings(
        level,
        ConfigReader.choice(hydrant, "log-format", "text", "json"),
        ConfigReader.choice(hydrant, "delivery-log", "on", "off").equals("on"));
  }
}
