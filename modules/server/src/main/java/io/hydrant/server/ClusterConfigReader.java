package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.runtime.cluster.ClusterSettings;
import io.hydrant.runtime.cluster.ClusterSettings.ClusterTls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the settings of a node in a cluster. */
final class ClusterConfigReader {
  private static final Pattern SEED = Pattern.compile("[a-zA-Z0-9.\\[\\]:_-]+:[0-9]{1,5}");

  private ClusterConfigReader() {}

  static ClusterSettings cluster(Config hydrant) throws NodeStartException {
    List<String> seeds =
        ConfigReader.texts(hydrant, "cluster.seeds", SEED, "like node-1:24573,node-2:24573");
    ConfigReader.check(
        seeds.isEmpty() || hydrant.getString("storage").equals("postgresql"),
        "The nodes of a cluster share their journal: hydrant.cluster.seeds needs hydrant.storage"
            + " = postgresql.");
    int port = hydrant.getInt("cluster.port");
    return new ClusterSettings(
        hydrant.getString("cluster.host"),
        // A node alone needs no known port. Two of them on one machine must not share one.
        seeds.isEmpty() ? 0 : port,
        seeds,
        seeds.isEmpty() ? Optional.empty() : tls(hydrant));
  }

  private static Optional<ClusterTls> tls(Config hydrant) throws NodeStartException {
    Optional<Path> certificate = file(hydrant, "cluster.tls.certificate");
    Optional<Path> key = file(hydrant, "cluster.tls.key");
    Optional<Path> authority = file(hydrant, "cluster.tls.authority");
    long given = Stream.of(certificate, key, authority).filter(Optional::isPresent).count();
    ConfigReader.check(
        given == 0 || given == 3,
        "hydrant.cluster.tls.certificate, key and authority are needed together.");
    return certificate.map(
        chain -> new ClusterTls(chain, key.orElseThrow(), authority.orElseThrow()));
  }

  private static Optional<Path> file(Config hydrant, String key) {
    return ConfigReader.text(hydrant, key).map(Path::of);
  }
}
