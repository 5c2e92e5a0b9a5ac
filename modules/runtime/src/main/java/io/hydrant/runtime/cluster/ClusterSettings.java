package io.hydrant.runtime.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * With whom a node works together.
 *
 * @param host under which the other nodes reach this one
 * @param port for the other nodes; 0 for any free one
 * @param seeds {@code HOST:PORT} of the nodes that are asked first, the same list at all of them;
 *     none: the node is a cluster of its own
 * @param tls nodes show each other a certificate; empty: they talk in clear text
 */
public record ClusterSettings(String host, int port, List<String> seeds, Optional<ClusterTls> tls) {
  /**
   * The pace of a node that has no others to watch or to agree with: what must be fast among nodes
   * would only keep it busy. A region still finds its coordinator after an eighth of its interval.
   */
  private static final Map<String, String> QUIET =
      Map.of(
          "pekko.cluster.gossip-interval", "2s",
          "pekko.cluster.distributed-data.gossip-interval", "2s",
          "pekko.cluster.sharding.distributed-data.gossip-interval", "2s",
          "pekko.cluster.sharding.retry-interval", "1s");

  public ClusterSettings {
    seeds = List.copyOf(seeds);
  }

  /** PEM files; every node's certificate must come from the authority. */
  public record ClusterTls(Path certificate, Path key, Path authority) {}

  public boolean isAlone() {
    return seeds.isEmpty();
  }

  /** Pekko's part of the configuration. */
  public Config config() {
    Map<String, Object> config = new HashMap<>();
    config.put("pekko.remote.artery.canonical.hostname", host);
    config.put("pekko.remote.artery.canonical.port", port);
    if (isAlone()) {
      config.putAll(QUIET);
    }
    tls.ifPresent(
        files -> {
          String engine = "pekko.remote.artery.ssl.rotating-keys-engine.";
          config.put("pekko.remote.artery.transport", "tls-tcp");
          config.put(
              "pekko.remote.artery.ssl.ssl-engine-provider",
              "org.apache.pekko.remote.artery.tcp.ssl.RotatingKeysSSLEngineProvider");
          config.put(engine + "cert-file", files.certificate().toString());
          config.put(engine + "key-file", files.key().toString());
          config.put(engine + "ca-cert-file", files.authority().toString());
        });
    return ConfigFactory.parseMap(config);
  }
}
