package io.hydrant.cli.cluster;

import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydrant cluster}: runs several nodes on this machine as one cluster. */
@Command(
    name = "cluster",
    description = "Runs a cluster of several nodes on this machine, on one PostgreSQL.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Other settings come from --config and the environment, as for hydrant serve.",
      "Ctrl-C stops all nodes."
    })
public final class ClusterCommand implements Callable<Integer> {
  @Option(
      names = "--nodes",
      paramLabel = "NUMBER",
      defaultValue = "3",
      description = "The number of nodes. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--postgresql",
      paramLabel = "URL",
      description = "Default: jdbc:postgresql://127.0.0.1:5432/hydrant")
  private String url;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "The user of the database. Default: hydrant")
  private String user;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "4573",
      description =
          "The port of the first node, the others follow; 0 for free ones. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "./hydrant-cluster",
      description =
          "The folder for objects, the root key and the nodes' folders. Default: ${DEFAULT-VALUE}")
  private Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The file for all nodes, instead of config/hydrant.conf")
  private Path config;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "WARN",
      description = "OFF, ERROR, WARN, INFO, DEBUG or TRACE. Default: ${DEFAULT-VALUE}")
  private String logLevel;

  @Override
  public Integer call() throws InterruptedException {
    if (count < 1) {
      System.err.println("hydrant: --nodes must be at least 1.");
      return 2;
    }
    try (LocalCluster cluster = LocalCluster.of(plan(), ClusterCommand::say)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cluster), "shutdown"));
      cluster.start();
      announce(cluster);
      for (NodeProcess node : cluster.nodes()) {
        node.await();
      }
      return 0;
    } catch (IOException e) {
      System.err.println("hydrant: " + e.getMessage());
      return 1;
    }
  }

  private LocalCluster.Plan plan() {
    Map<String, String> environment = new HashMap<>();
    put(environment, "HYDRANT_POSTGRESQL_URL", url);
    put(environment, "HYDRANT_POSTGRESQL_USER", user);
    List<String> flags = new ArrayList<>(List.of("--log-level", logLevel, "--with-parent"));
    if (config != null) {
      flags.addAll(List.of("--config", config.toString()));
    }
    return new LocalCluster.Plan(count, port, data, environment, number -> Map.of(), flags);
  }

  private static void put(Map<String, String> environment, String name, String value) {
    if (value != null) {
      environment.put(name, value);
    }
  }

  /** Prints a line of a node, unless it is a line that is printed once for the cluster. */
  private static void say(int number, String line) {
    if (!line.startsWith("Hydrant ") && !line.startsWith("For the ") && !line.startsWith("  exp")) {
      System.err.println("node " + number + ": " + line);
    }
  }

  private void announce(LocalCluster cluster) {
    System.out.println(count + " nodes work as one; a client may use any of them:");
    cluster.nodes().forEach(node -> System.out.println("  " + node.endpoint()));
    System.out.println("For the AWS CLI and SDKs:");
    System.out.println(
        "  export AWS_ENDPOINT_URL="
            + cluster.nodes().get(0).endpoint()
            + " AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1"
            + " AWS_DEFAULT_REGION=us-east-1");
    System.out.flush();
  }

  private static void stop(LocalCluster cluster) {
    System.out.println("The nodes are stopping ...");
    try {
      cluster.stop();
      System.out.println("All nodes have stopped.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
  }
}
