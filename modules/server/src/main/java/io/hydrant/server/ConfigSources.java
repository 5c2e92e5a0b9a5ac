package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges the sources of settings: a flag wins over an environment variable, that over the file,
 * that over the defaults in {@code reference.conf}.
 */
final class ConfigSources {
  /** The file that is read where the operator names none, if it is there. */
  private static final Path DEFAULT_FILE = Path.of("config", "hydrant.conf");

  private static final String PREFIX = "hydrant.";

  /** A setting with keys that the operator chooses: the names of functions. */
  private static final String FUNCTIONS = PREFIX + "lambda.functions.";

  private ConfigSources() {}

  /**
   * Returns the merged configuration, with Pekko's part.
   *
   * @param file the file that the operator names; empty for the default one
   * @param flags values from the command line, by their keys
   * @param variables the environment; names that do not start with HYDRANT_ are ignored
   * @throws NodeStartException where a file is unreadable or a setting does not exist
   */
  static Config merge(Optional<Path> file, Map<String, Object> flags, Map<String, String> variables)
      throws NodeStartException {
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new NodeStartException("The configuration file " + file.get() + " cannot be read.");
    }
    Path chosen = file.orElse(DEFAULT_FILE);
    try {
      Config fromFile =
          Files.isReadable(chosen)
              ? ConfigFactory.parseFile(chosen.toFile())
              : ConfigFactory.empty();
      Config config =
          ConfigFactory.parseMap(flags, "command line")
              .withFallback(ConfigFactory.systemProperties().withOnlyPath("pekko"))
              .withFallback(ConfigFactory.parseMap(environment(variables), "environment"))
              .withFallback(fromFile)
              // Not in reference.conf: in one jar the order of those files is undefined.
              .withFallback(ConfigFactory.parseResources("hydrant-runtime.conf"))
              .withFallback(ConfigFactory.parseResources("hydrant-http.conf"))
              .withFallback(ConfigFactory.defaultReferenceUnresolved())
              .resolve();
      refuseUnknown(config);
      return config;
    } catch (ConfigException.Parse e) {
      // The parser quotes the text around the error, which may be the root key.
      throw new NodeStartException(
          "The configuration cannot be read as HOCON: look at "
              + e.origin().description()
              + ", where a quote, a bracket or an = may be missing.");
    }
  }

  /**
   * Returns the name of a setting's environment variable.
   *
   * @param key for example {@code hydrant.kms.root-key}, for HYDRANT_KMS_ROOT_KEY
   */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Returns the keys of all settings, with their prefix {@code hydrant.}. */
  static Set<String> keys() {
    return keys(ConfigFactory.defaultReferenceUnresolved());
  }

  private static Set<String> keys(Config config) {
    return config.getConfig("hydrant").entrySet().stream()
        .map(entry -> PREFIX + entry.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> environment(Map<String, String> variables) {
    Map<String, String> values = new HashMap<>();
    for (String key : keys()) {
      Optional.ofNullable(variables.get(variable(key))).ifPresent(value -> values.put(key, value));
    }
    // A short name for the setting that is set most often.
    Optional.ofNullable(variables.get("HYDRANT_IDENTITIES"))
        .ifPresent(file -> values.putIfAbsent("hydrant.auth.identities", file));
    return values;
  }

  /** A mistyped name would otherwise be a setting without an effect. */
  private static void refuseUnknown(Config config) throws NodeStartException {
    Set<String> unknown = keys(config);
    unknown.removeAll(keys());
    unknown.removeIf(key -> key.startsWith(FUNCTIONS));
    ConfigReader.check(
        unknown.isEmpty(),
        "There is no setting "
            + String.join(", ", unknown)
            + "; config/hydrant.conf lists those that there are.");
  }
}
