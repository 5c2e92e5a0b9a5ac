package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.hydrant.delivery.lambda.FunctionPlaces;
import io.hydrant.runtime.cluster.ClusterSettings;
import io.hydrant.server.tracing.TraceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All settings of a node by subject, read and checked once.
 *
 * @param functions where Lambda functions are invoked
 * @param traces the collector of spans; empty where none are sent
 * @param config the whole configuration, with Pekko's part
 */
public record Settings(
    ListenerSettings listener,
    StorageSettings storage,
    ClusterSettings cluster,
    AuthSettings auth,
    KmsSettings kms,
    S3Settings s3,
    GlueSettings glue,
    FunctionPlaces functions,
    StreamSettings streams,
    AdminSettings admin,
    LogSettings log,
    Optional<TraceSettings> traces,
    Config config) {
  private static final Pattern COLLECTOR =
      Pattern.compile("https?://[a-zA-Z0-9.\\[\\]:-]+(/[a-zA-Z0-9._~%/-]*)?");

  /**
   * Reads the settings of this process.
   *
   * @param file the file that the operator names; empty for {@code config/hydrant.conf}, if it is
   *     there
   * @param flags values from the command line, by their keys
   * @throws NodeStartException with a sentence that names the setting
   */
  public static Settings load(Optional<Path> file, Map<String, Object> flags)
      throws NodeStartException {
    return load(file, flags, System.getenv());
  }

  /** Reads the settings with these environment variables. */
  static Settings load(
      Optional<Path> file, Map<String, Object> flags, Map<String, String> variables)
      throws NodeStartException {
    try {
      return of(ConfigSources.merge(file, flags, variables));
    } catch (ConfigException e) {
      throw new NodeStartException("The configuration is not right: " + e.getMessage(), e);
    }
  }

  /** Returns the names of the environment variables that are settings. */
  public static Set<String> variables() {
    return ConfigSources.keys().stream()
        .map(ConfigSources::variable)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Settings of(Config config) throws NodeStartException {
    Config hydrant = config.getConfig("hydrant");
    return new Settings(
        ListenerSettings.of(hydrant),
        StorageSettings.of(hydrant),
        ClusterConfigReader.cluster(hydrant),
        AuthSettings.of(hydrant),
        KmsSettings.of(hydrant),
        S3Settings.of(hydrant),
        GlueSettings.of(hydrant),
        LambdaSettings.of(hydrant),
        StreamSettings.of(hydrant),
        AdminSettings.of(hydrant),
        LogSettings.of(hydrant),
        traces(hydrant),
        config);
  }

  private static Optional<TraceSettings> traces(Config hydrant) throws NodeStartException {
    double ratio = hydrant.getDouble("traces.ratio");
    ConfigReader.check(
        ratio >= 0 && ratio <= 1, "hydrant.traces.ratio must be from 0 to 1, not " + ratio + ".");
    return ConfigReader.text(
            hydrant, "traces.endpoint", COLLECTOR, "like http://127.0.0.1:4318/v1/traces")
        .map(
            endpoint ->
                new TraceSettings(
                    URI.create(endpoint), ratio, hydrant.getString("traces.service")));
  }

  /** Returns the address and the data folder alone, since other settings are secrets. */
  @Override
  public String toString() {
    return "Settings["
        + listener.http().host()
        + ":"
        + listener.http().port()
        + ", "
        + storage.data()
        + "]";
  }
}
