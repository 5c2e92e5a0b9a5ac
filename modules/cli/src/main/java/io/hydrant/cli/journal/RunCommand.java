package io.hydrant.cli.journal;

import io.hydrant.cli.serve.ServeCommand;
import io.hydrant.replay.archive.LevelDbImport;
import io.hydrant.replay.source.UnreadableJournalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A node that goes on from a moment of a journal. */
@Command(
    name = "run",
    description = {
      "Runs a node that goes on from a moment of an exported journal.",
      "Imports the journal up to that moment into a new data folder. The node's clock is set to that"
          + " moment."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "An exported journal")
  private Path file;

  @Option(
      names = "--time",
      required = true,
      paramLabel = "TIME",
      description = "The moment, for example 2026-11-23T03:14:07Z")
  private String time;

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

  @Option(names = "--port", paramLabel = "PORT", description = "0 for any free one. Default: 4573")
  private Integer port;

  @Override
  public Integer call() {
    try {
      Instant moment = PointInTimeOptions.instant(time);
      long events = Importing.events(file, () -> LevelDbImport.into(data), moment);
      if (rootKey != null) {
        Importing.rootKey(rootKey, data);
      }
      spec.commandLine().getOut().println(events + " events up to " + moment + " imported.");
      if (!Files.exists(data.resolve("kms-root-key"))) {
        spec.commandLine()
            .getOut()
            .println("Without --root-key the keys of the journal can be looked at, not used.");
      }
      spec.commandLine().getOut().flush();
      List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
      if (port != null) {
        arguments.addAll(List.of("--port", port.toString()));
      }
      return new CommandLine(ServeCommand.from(moment)).execute(arguments.toArray(String[]::new));
    } catch (UnreadableJournalException e) {
      spec.commandLine().getErr().println("hydrant: " + e.getMessage());
      spec.commandLine().getErr().flush();
      return 1;
    }
  }
}
