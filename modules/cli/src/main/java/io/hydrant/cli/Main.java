package io.hydrant.cli;

import io.hydrant.cli.cluster.ClusterCommand;
import io.hydrant.cli.demo.DemoCommand;
import io.hydrant.cli.explain.ExplainCommand;
import io.hydrant.cli.journal.JournalCommand;
import io.hydrant.cli.serve.ServeCommand;
import io.hydrant.cli.terminal.VersionProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hydrant}: the command line. */
@Command(
    name = "hydrant",
    description =
        "Amazon Data Firehose on your own machine, with server-side encryption that is real.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      ServeCommand.class,
      ClusterCommand.class,
      DemoCommand.class,
      ExplainCommand.class,
      JournalCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Try it:          hydrant demo",
      "Run a node:      hydrant serve",
      "Run a cluster:   hydrant cluster",
      "Point AWS at it: export AWS_ENDPOINT_URL=http://127.0.0.1:4573"
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    // With two cores JDK 17 would start a thread for each callback; before anything uses the pool.
    if (System.getProperty("java.util.concurrent.ForkJoinPool.common.parallelism") == null) {
      System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    }
    int exit = new CommandLine(new Main()).execute(arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
