package io.hydrant.server.journal;

import io.hydrant.replay.exported.ExportedJournal;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.LevelDbJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a journal lies. */
final class JournalFile {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "hydrant-data",
      description = "The data folder of a node that does not run. Default: ${DEFAULT-VALUE}")
  private Path data;

  @Option(names = "--file", paramLabel = "FILE", description = "Instead: an exported journal")
  private Path file;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Instead: a running node, for example http://127.0.0.1:4573")
  private URI url;

  @ArgGroup(exclusive = false)
  private Database database;

  JournalSource open() {
    if (database != null) {
      return database.open();
    }
    if (url != null) {
      return RunningNode.journal(url);
    }
    return file()
        .<JournalSource>map(ExportedJournal::open)
        .orElseGet(() -> LevelDbJournal.open(data));
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  Path data() {
    return data;
  }
}
