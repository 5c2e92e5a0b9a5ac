package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.http.HttpSettings;
import io.hydrant.http.connection.ConnectionBounds;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of the node's port.
 *
 * @param tls the certificate of a port that speaks HTTPS; empty for HTTP
 */
public record ListenerSettings(HttpSettings http, Optional<TlsFiles> tls) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9a-fA-F:.]+");
  private static final int PORT_MAX = 65_535;
  private static final int CONNECTIONS_MAX = 1_000_000;

  /** PEM files: a certificate with its chain, and its key. */
  public record TlsFiles(Path certificate, Path key) {}

  static ListenerSettings of(Config hydrant) throws NodeStartException {
    return new ListenerSettings(
        new HttpSettings(
            hydrant.getString("host"),
            ConfigReader.integer(hydrant, "port", 0, PORT_MAX),
            Set.copyOf(
                ConfigReader.texts(
                    hydrant, "hosts", HOST, "names without ports, like hydrant,hydrant.example")),
            new ConnectionBounds(
                ConfigReader.integer(hydrant, "http.connections-max", 1, CONNECTIONS_MAX),
                ConfigReader.duration(hydrant, "http.idle-timeout"),
                ConfigReader.duration(hydrant, "http.request-timeout")),
            account(hydrant),
            hydrant.getBytes("api.body-bytes-max"),
            ConfigReader.choice(hydrant, "quotas.api-rate", "off", "aws").equals("aws")),
        tls(hydrant));
  }

  private static String account(Config hydrant) throws NodeStartException {
    String account = hydrant.getString("account");
    ConfigReader.check(
        ACCOUNT.matcher(account).matches(),
        "hydrant.account must be a 12-digit number, not " + account + ".");
    return account;
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
