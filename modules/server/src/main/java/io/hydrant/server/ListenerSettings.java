package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.http.HttpSettings;
import io.hydrant.http.connection.ConnectionBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of the node's port.
 *
 * @param tls the certificate of a port that speaks HTTPS; empty for HTTP
 */
public record ListenerSettings(HttpSettings http, Optional<TlsFiles> tls) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9a-fA-F:.]+");
  private static final int PORT_MAX = 65_535;
  private static final Duration TIMEOUT_MIN = Duration.ofMillis(100);
  private static final int CONNECTIONS_MAX = 1_000_000;

  /** PEM files: a certificate with its chain, and its key. */
  public record TlsFiles(Path certificate, Path key) {}

  static ListenerSettings of(Config hydrant) throws NodeStartException {
    int port = hydrant.getInt("port");
    ConfigReader.check(
        port >= 0 && port <= PORT_MAX, "hydrant.port must be from 0 to 65535, not " + port + ".");
    String account = hydrant.getString("account");
    ConfigReader.check(
        ACCOUNT.matcher(account).matches(),
        "hydrant.account must be a 12-digit number, not " + account + ".");
    return new ListenerSettings(
        new HttpSettings(
            hydrant.getString("host"),
            port,
            hosts(hydrant),
            bounds(hydrant),
            account,
            hydrant.getBytes("api.body-bytes-max"),
            ConfigReader.choice(hydrant, "quotas.api-rate", "off", "aws").equals("aws")),
        tls(hydrant));
  }

  private static Set<String> hosts(Config hydrant) throws NodeStartException {
    Set<String> hosts =
        Arrays.stream(hydrant.getString("hosts").split(",", -1))
            .map(String::strip)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    for (String host : hosts) {
      ConfigReader.check(
          HOST.matcher(host).matches(),
          "hydrant.hosts must be names without ports, like hydrant,hydrant.example, not "
              + host
              + ".");
    }
    return hosts;
  }

  private static ConnectionBounds bounds(Config hydrant) throws NodeStartException {
    int most = hydrant.getInt("http.connections-max");
    ConfigReader.check(
        most > 0 && most <= CONNECTIONS_MAX,
        "hydrant.http.connections-max must be from 1 to "
            + CONNECTIONS_MAX
            + ", not "
            + most
            + ".");
    return new ConnectionBounds(
        most, timeout(hydrant, "http.idle-timeout"), timeout(hydrant, "http.request-timeout"));
  }

  private static Duration timeout(Config hydrant, String name) throws NodeStartException {
    Duration timeout = hydrant.getDuration(name);
    ConfigReader.check(
        timeout.compareTo(TIMEOUT_MIN) >= 0, "hydrant." + name + " must be at least 100ms.");
    return timeout;
  }

  private static Optional<TlsFiles> tls(Config hydrant) throws NodeStartException {
    Optional<String> certificate = ConfigReader.text(hydrant, "tls.certificate");
    Optional<String> key = ConfigReader.text(hydrant, "tls.key");
    ConfigReader.check(
        certificate.isPresent() == key.isPresent(),
        "hydrant.tls.certificate and hydrant.tls.key are needed together.");
    return certificate.map(file -> new TlsFiles(Path.of(file), Path.of(key.orElseThrow())));
  }
}
