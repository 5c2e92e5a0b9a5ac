package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.http.connection.ConnectionBounds;
import io.hydrant.runtime.cluster.ClusterSettings;
import io.hydrant.runtime.kms.ExternalKmsSettings;
import io.hydrant.runtime.storage.PostgreSqlSettings;
import io.hydrant.server.tracing.TraceSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything an operator can set, read once. A flag wins over the environment, that over the file,
 * that over the defaults in {@code reference.conf}.
 *
 * @param port 0 for any free one
 * @param hosts other names by which browsers may reach the admin routes
 * @param connections how many are open at a time, and how long they may keep the node waiting
 * @param postgreSql the journal's database; empty for LevelDB in the data folder
 * @param cluster with whom the node works together
 * @param tls for a port that speaks HTTPS
 * @param account of callers who are no identities and whose access key is no account number
 * @param kmsRootKey base64 of 32 bytes; never printed
 * @param callerPermissions whether who puts records needs permissions on the customer managed key
 * @param externalKms a KMS elsewhere; empty for the embedded one
 * @param s3 an external S3; empty for the embedded one
 * @param s3Folder of the embedded S3; empty for one in the data folder
 * @param faultsFile faults to start with
 * @param inspectorForms whether the inspector's pages can operate the clock and faults
 * @param auditBytesMax of refused calls that are kept; 0 for none
 * @param throughputLimited whether puts are held to AWS's throughput a stream
 * @param apiRateLimited whether control calls are held to AWS's rate
 * @param logLevel of Hydrant's own log: OFF, ERROR, WARN, INFO, DEBUG or TRACE
 * @param logFormat text for people, json for programs
 * @param traces where spans are sent; empty: nowhere
 * @param config all of it, with Pekko's part
 */
public record Settings(
    String host,
    int port,
    Set<String> hosts,
    ConnectionBounds connections,
    Path data,
    Optional<PostgreSqlSettings> postgreSql,
    ClusterSettings cluster,
    Optional<TlsFiles> tls,
    String account,
    AuthSettings auth,
    Optional<String> kmsRootKey,
    Duration dataKeyCache,
    boolean callerPermissions,
    Optional<ExternalKmsSettings> externalKms,
    Optional<ExternalS3> s3,
    Optional<Path> s3Folder,
    boolean resetEnabled,
    Optional<Path> faultsFile,
    boolean inspectorForms,
    long auditBytesMax,
    TransitionDelays pace,
    long pendingBytesMax,
    boolean throughputLimited,
    boolean apiRateLimited,
    int streamsMax,
    int streamsPerKeyMax,
    long apiBodyBytesMax,
    String logLevel,
    String logFormat,
    Optional<TraceSettings> traces,
    Config config) {

  /** PEM files: a certificate with its chain, and its key. */
  public record TlsFiles(Path certificate, Path key) {}

  /** An S3 elsewhere. Its credentials are those of the AWS SDK's default chain. */
  public record ExternalS3(String endpoint, String region) {}

  /** The file that is read where no other is named, if it is there. */
  static final Path DEFAULT_FILE = Path.of("config", "hydrant.conf");

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern HTTP = Pattern.compile("https?://[a-zA-Z0-9.\\[\\]:-]+/?");
  private static final int PORT_MAX = 65_535;
  private static final Set<String> LOG_LEVELS =
      Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");

  /**
   * @param file named by the operator
   * @param flags from the command line, by their keys
   * @throws NodeStartException with a sentence that names the setting
   */
  public static Settings load(Optional<Path> file, Map<String, Object> flags)
      throws NodeStartException {
    return load(file, flags, System.getenv());
  }

  /**
   * @param variables of the environment; those that do not start with HYDRANT_ are not looked at
   */
  static Settings load(
      Optional<Path> file, Map<String, Object> flags, Map<String, String> variables)
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
      Config environment =
          ConfigFactory.parseResources("hydrant-environment.conf")
              .resolveWith(
                  ConfigFactory.parseMap(ours(variables), "environment"),
                  ConfigResolveOptions.noSystem());
      Config config =
          ConfigFactory.parseMap(flags, "command line")
              .withFallback(ConfigFactory.systemProperties().withOnlyPath("pekko"))
              .withFallback(environment)
              .withFallback(fromFile)
              // Not in reference.conf: in one jar the order of those files is undefined.
              .withFallback(ConfigFactory.parseResources("hydrant-runtime.conf"))
              .withFallback(ConfigFactory.parseResources("hydrant-http.conf"))
              .withFallback(ConfigFactory.defaultReferenceUnresolved())
              .resolve();
      refuseUnknown(config);
      return of(config);
    } catch (ConfigException.Parse e) {
      // The parser quotes what it stumbles over, and that may be the root key.
      throw new NodeStartException(
          "The configuration cannot be read as HOCON: look at "
              + e.origin().description()
              + ", where a quote, a bracket or an = may be missing.");
    } catch (ConfigException e) {
      throw new NodeStartException("The configuration is not right: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> ours(Map<String, String> variables) {
    Map<String, String> ours = new HashMap<>(variables);
    ours.keySet().removeIf(name -> !name.startsWith("HYDRANT_"));
    // A short name for what is set most often.
    if (ours.containsKey("HYDRANT_IDENTITIES")) {
      ours.putIfAbsent("HYDRANT_AUTH_IDENTITIES", ours.get("HYDRANT_IDENTITIES"));
    }
    return ours;
  }

  /** A mistyped name would otherwise be a setting that quietly does nothing. */
  private static void refuseUnknown(Config config) throws NodeStartException {
    Set<String> unknown = new TreeSet<>(names(config));
    unknown.removeAll(names(ConfigFactory.defaultReferenceUnresolved()));
    ConfigReader.check(
        unknown.isEmpty(),
        "There is no setting hydrant."
            + String.join(", hydrant.", unknown)
            + "; config/hydrant.conf lists those that there are.");
  }

  private static Set<String> names(Config config) {
    return config.getConfig("hydrant").entrySet().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Settings of(Config config) throws NodeStartException {
    Config hydrant = config.getConfig("hydrant");
    Duration cache = hydrant.getDuration("kms.data-key-cache");
    ConfigReader.check(
        cache.compareTo(Duration.ofMillis(100)) >= 0,
        "hydrant.kms.data-key-cache must be at least 100ms.");
    int port = hydrant.getInt("port");
    ConfigReader.check(
        port >= 0 && port <= PORT_MAX, "hydrant.port must be from 0 to 65535, not " + port + ".");
    String account = hydrant.getString("account");
    ConfigReader.check(
        ACCOUNT.matcher(account).matches(),
        "hydrant.account must be a 12-digit number, not " + account + ".");
    String logLevel = hydrant.getString("log-level").toUpperCase(Locale.ROOT);
    ConfigReader.check(
        LOG_LEVELS.contains(logLevel),
        "hydrant.log-level must be OFF, ERROR, WARN, INFO, DEBUG or TRACE, not " + logLevel + ".");
    return new Settings(
        hydrant.getString("host"),
        port,
        ConnectionConfigReader.hosts(hydrant),
        ConnectionConfigReader.bounds(hydrant),
        Path.of(hydrant.getString("data")),
        StorageConfigReader.postgreSql(hydrant),
        ClusterConfigReader.cluster(hydrant),
        tls(hydrant),
        account,
        AuthSettings.of(hydrant),
        ConfigReader.text(hydrant, "kms.root-key"),
        cache,
        ConfigReader.choice(hydrant, "firehose.sse.caller-permissions", "legacy", "required")
            .equals("required"),
        externalKms(hydrant),
        ConfigReader.text(hydrant, "s3.endpoint")
            .map(endpoint -> new ExternalS3(endpoint, hydrant.getString("s3.region"))),
        ConfigReader.text(hydrant, "s3.folder")
            .map(folder -> Path.of(folder).toAbsolutePath().normalize()),
        hydrant.getBoolean("reset.enabled"),
        ConfigReader.text(hydrant, "faults.file").map(Path::of),
        ConfigReader.choice(hydrant, "inspector.forms", "off", "on").equals("on"),
        hydrant.getBytes("audit.bytes-max"),
        new TransitionDelays(
            hydrant.getDuration("streams.creating-duration"),
            hydrant.getDuration("encryption.enabling-duration"),
            hydrant.getDuration("encryption.disabling-duration"),
            propagation(hydrant)),
        hydrant.getBytes("buffer.bytes-max"),
        ConfigReader.choice(hydrant, "quotas.throughput", "off", "aws").equals("aws"),
        ConfigReader.choice(hydrant, "quotas.api-rate", "off", "aws").equals("aws"),
        hydrant.getInt("streams.max"),
        hydrant.getInt("streams.per-key-max"),
        hydrant.getBytes("api.body-bytes-max"),
        logLevel,
        ConfigReader.choice(hydrant, "log-format", "text", "json"),
        TraceConfigReader.traces(hydrant),
        config);
  }

  /** "It can take up to 5 seconds …". */
  private static Duration propagation(Config hydrant) throws NodeStartException {
    Duration propagation = hydrant.getDuration("encryption.propagation");
    ConfigReader.check(
        propagation.compareTo(Duration.ofSeconds(5)) <= 0,
        "hydrant.encryption.propagation must be at most 5s.");
    return propagation;
  }

  private static Optional<TlsFiles> tls(Config hydrant) throws NodeStartException {
    Optional<String> certificate = ConfigReader.text(hydrant, "tls.certificate");
    Optional<String> key = ConfigReader.text(hydrant, "tls.key");
    ConfigReader.check(
        certificate.isPresent() == key.isPresent(),
        "hydrant.tls.certificate and hydrant.tls.key are needed together.");
    return certificate.map(file -> new TlsFiles(Path.of(file), Path.of(key.orElseThrow())));
  }

  private static Optional<ExternalKmsSettings> externalKms(Config hydrant)
      throws NodeStartException {
    Optional<String> endpoint = ConfigReader.text(hydrant, "kms.endpoint");
    ConfigReader.check(
        endpoint.stream().allMatch(text -> HTTP.matcher(text).matches()),
        "hydrant.kms.endpoint must be like http://127.0.0.1:4566, not "
            + endpoint.orElse("")
            + ".");
    return endpoint.map(
        text ->
            new ExternalKmsSettings(
                URI.create(text),
                ConfigReader.text(hydrant, "kms.region"),
                hydrant.getString("kms.grantee-principal")));
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "Settings[" + host + ":" + port + ", " + data + "]";
  }
}
