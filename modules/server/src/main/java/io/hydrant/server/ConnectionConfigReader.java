package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.http.connection.ConnectionBounds;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings of the node's port: the names of the node, and its bounds. */
final class ConnectionConfigReader {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9a-fA-F:.]+");
  private static final Duration TIMEOUT_MIN = Duration.ofMillis(100);
  private static final int CONNECTIONS_MAX = 1_000_000;

  private ConnectionConfigReader() {}

  static Set<String> hosts(Config hydrant) throws NodeStartException {
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

  static ConnectionBounds bounds(Config hydrant) throws NodeStartException {
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
}
