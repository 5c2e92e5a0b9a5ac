package io.hydrant.runtime.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a node's cluster.
 *
 * @param host the name or address at which the other nodes reach this node
 * @param port the port for the other nodes; 0 for any free port
 * @param seeds {@code HOST:PORT} of the nodes that a joining node contacts first, the same list on
 *     all nodes; empty for a node without a cluster
 * @param tls the certificates of connections between nodes; empty for plain TCP
 */
public record ClusterSettings(String host, int port, List<String> seeds, Optional<ClusterTls> tls) {
  /**
   * The intervals of a node without a cluster, which has no other nodes to agree with. Short
   * intervals would only use CPU. A shard region finds its coordinator after an eighth of its
   * interval.
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

  /** The PEM files of TLS; the authority must have issued every node's certificate. */
  public record ClusterTls(Path certificate, Path key, Path authority) {}

  public boolean isAlone() {
    return seeds.isEmpty();
  }

  /** Returns the configuration of Pekko for these settings. */
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
