package io.hydrant.cli.journal;

import io.hydrant.cli.serve.ServeCommand;
import io.hydrant.replay.archive.LevelDbImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a node that continues from a moment of a journal. */
@Command(
    name = "run",
    description = {
      "Runs a node that continues from a moment of an exported journal.",
      "Imports the journal up to that moment into a new data folder. The node's clock is set to that"
          + " moment."
    },
    mixinStandardHelpOptions = true)
final class RunCommand extends SentenceCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "An exported journal")
  private Path file;

  @Option(
      names = "--time",
      required = true,
      converter = TimeConverter.class,
      paramLabel = "TIME",
      description = "The moment, for example 2026-11-23T03:14:07Z")
  private Instant time;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "The new data folder")
  private Path data;

  @Option(
      names = "--root-key",
      paramLabel = "FILE",
      description = "The kms-root-key of the node that wrote it: without it keys cannot be used")
  private Path rootKey;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port, 0 for a free one. Default: 4573")
  private Integer port;

  @Override
  int execute() {
    long events = Importing.events(file, () -> LevelDbImport.into(data), time);
    if (rootKey != null) {
      Importing.rootKey(rootKey, data);
    }
    out().println(events + " events up to " + time + " imported.");
    if (!Files.exists(data.resolve("kms-root-key"))) {
      out().println("Without --root-key the keys of the journal can be read, but not used.");
    }
    out().flush();
    List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
    if (port != null) {
      arguments.addAll(List.of("--port", port.toString()));
    }
    return new CommandLine(ServeCommand.from(time)).execute(arguments.toArray(String[]::new));
  }
}
