package io.hydrant.cli.journal;

import io.hydrant.replay.archive.ExportedJournal;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.LevelDbJournal;
import io.hydrant.replay.source.ReadWatch;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that choose a journal. */
final class JournalSourceOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "hydrant-data",
      description = "The data folder of a stopped node. Default: ${DEFAULT-VALUE}")
  private Path data;

  @Option(names = "--file", paramLabel = "FILE", description = "Instead: an exported journal")
  private Path file;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Instead: a running node: http://127.0.0.1:4573")
  private URI url;

  @ArgGroup(exclusive = false)
  private PostgreSqlOptions database;

  /** Opens the journal. A running node's journal is not stored in a file. */
  JournalSource open(Reach reach, Progress progress) {
    JournalSource journal = open(reach, progress, Optional.empty());
    return new WatchedJournal(journal, progress.phase("Reading"), reach.all());
  }

  /**
   * Opens the journal to check all of it.
   *
   * @param findings receives a sentence for each damaged line of a file
   */
  JournalSource openToVerify(List<String> findings, Progress progress) {
    JournalSource journal = open(Reach.ALL_WITHOUT_GAPS, progress, Optional.of(findings));
    return new WatchedJournal(journal, progress.phase("Checking"), true);
  }

  private JournalSource open(Reach reach, Progress progress, Optional<List<String>> findings) {
    if (database != null) {
      return database.open();
    }
    if (url != null) {
      return new RemoteJournal(url, reach.withoutGaps());
    }
    if (file != null) {
      ReadWatch watch = progress.phase("Reading the file");
      return findings
          .map(found -> ExportedJournal.scan(file, found, watch))
          .orElseGet(() -> ExportedJournal.open(file, watch));
    }
    return LevelDbJournal.open(data);
  }

  Path data() {
    return data;
  }
}
