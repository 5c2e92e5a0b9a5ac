package io.hydrant.cli.serve;

import io.hydrant.cli.terminal.VersionProvider;
import io.hydrant.server.Node;
import io.hydrant.server.NodeStartException;
import io.hydrant.server.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydrant serve}: runs a node until it gets the signal to stop. */
@Command(
    name = "serve",
    description = "Runs a node: Firehose, KMS and S3 on one port.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Every setting can also be given in config/hydrant.conf or as an",
      "environment variable (HYDRANT_PORT, HYDRANT_DATA, HYDRANT_ACCOUNT, ...);",
      "a flag overrides both.",
      "Ctrl-C finishes the calls under way and stops the node."
    })
public final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on. Default: 127.0.0.1")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port, 0 for a free one. Default: 4573")
  private Integer port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder for all state of the node. Default: ./hydrant-data")
  private Path data;

  @Option(
      names = "--account",
      paramLabel = "NUMBER",
      description =
          "The account of callers whose access key is not a 12-digit number. Default: 000000000000")
  private String account;

  @Option(
      names = "--identities",
      paramLabel = "FILE",
      description = "Who may call, as JSON. Default: config/identities.json, if it is there")
  private Path identities;

  @Option(names = "--config", paramLabel = "FILE", description = "Instead of config/hydrant.conf")
  private Path config;

  @Option(names = "--no-reset", description = "Switches POST /_hydrant/reset off.")
  private boolean noReset;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "Faults to start with, as JSON (see POST /_hydrant/faults).")
  private Path faults;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      description = "OFF, ERROR, WARN, INFO, DEBUG or TRACE. Default: INFO")
  private String logLevel;

  @Option(
      names = "--with-parent",
      hidden = true,
      description = "Stops when the process that started this one has ended.")
  private boolean withParent;

  private Optional<Instant> clock = Optional.empty();

  /** Returns the command for a node whose clock starts at that time. */
  public static ServeCommand from(Instant time) {
    ServeCommand command = new ServeCommand();
    command.clock = Optional.of(time);
    return command;
  }

  @Override
  public Integer call() {
    Settings settings;
    try {
      settings = Settings.load(Optional.ofNullable(config), flags());
    } catch (NodeStartException e) {
      System.err.println("hydrant: " + e.getMessage());
      return 2;
    }
    // Read by logback.xml when the first logger is made, which is in Node.
    System.setProperty("HYDRANT_LOG_LEVEL", settings.log().level());
    System.setProperty("HYDRANT_LOG_FORMAT", settings.log().format());
    try {
      Node node = Node.start(settings, clock);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "shutdown"));
      if (withParent) {
        endWithParent();
      }
      announce(node);
      node.awaitTermination();
      return 0;
    } catch (NodeStartException e) {
      System.err.println("hydrant: " + e.getMessage());
      // Threads that have started must not keep the process alive.
      System.exit(1);
      return 1;
    }
  }

  /** Stops this process when its parent ends, even where the parent was killed. */
  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
              System.exit(0);
            },
            "parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void announce(Node node) {
    System.out.println(
        "Hydrant is ready on " + node.endpoint() + " (journal: " + node.journal() + ")");
    System.out.println("For the AWS CLI and SDKs:");
    System.out.println(
        "  export AWS_ENDPOINT_URL="
            + node.endpoint()
            + " AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1");
    System.out.flush();
  }

  private static void stop(Node node) {
    System.out.println("Hydrant is stopping ...");
    node.close();
    System.out.println("Hydrant has stopped.");
    System.out.flush();
  }

  private Map<String, Object> flags() {
    Map<String, Object> flags = new HashMap<>();
    put(flags, "hydrant.host", host);
    put(flags, "hydrant.port", port);
    put(flags, "hydrant.data", data == null ? null : data.toString());
    put(flags, "hydrant.account", account);
    put(flags, "hydrant.auth.identities", identities == null ? null : identities.toString());
    put(flags, "hydrant.log-level", logLevel);
    put(flags, "hydrant.faults.file", faults == null ? null : faults.toString());
    if (noReset) {
      flags.put("hydrant.reset.enabled", false);
    }
    return flags;
  }

  private static void put(Map<String, Object> flags, String key, Object value) {
    if (value != null) {
      flags.put(key, value);
    }
  }
}
