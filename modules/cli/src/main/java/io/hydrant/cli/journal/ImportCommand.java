package io.hydrant.cli.journal;

import io.hydrant.replay.archive.LevelDbImport;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports an exported journal. */
@Command(
    name = "import",
    description = {
      "Writes an exported journal into a new data folder, or into an empty PostgreSQL.",
      "`hydrant serve --data FOLDER` runs a node on that folder.",
      "Records whose data was left out at the export are zeros and cannot be opened."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand extends SentenceCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "An exported journal")
  private Path file;

  @Option(names = "--data", paramLabel = "FOLDER", description = "The new data folder")
  private Path data;

  @ArgGroup(exclusive = false)
  private PostgreSqlOptions database;

  @Option(
      names = "--root-key",
      paramLabel = "FILE",
      description = "The kms-root-key of the node that wrote it: without it keys cannot be used")
  private Path rootKey;

  @Override
  int execute() {
    if ((data == null) == (database == null)) {
      throw new UsageException("Import into --data FOLDER or --postgresql URL.");
    }
    long events =
        Importing.events(
            file,
            () -> database == null ? LevelDbImport.into(data) : database.target(),
            Instant.MAX);
    if (rootKey != null && data != null) {
      Importing.rootKey(rootKey, data);
    }
    out().println(events + " events imported");
    return 0;
  }
}
