package io.hydrant.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.replay.archive.JournalExport;
import io.hydrant.replay.archive.Redaction;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a journal to a file. */
@Command(
    name = "export",
    description = {
      "Writes the journal as JSON Lines, each line chained to the one before by its hash.",
      "The root key that wraps data keys is never part of it."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand extends JournalQueryCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file to write; it must not exist")
  private Path file;

  @Option(
      names = "--with-records",
      description = "Includes the data of buffered records, in base64")
  private boolean withRecords;

  @Option(
      names = "--redact",
      description = "Replaces names of accounts, streams, buckets, users, tags; removes passwords")
  private boolean redact;

  @Override
  Reach reach() {
    return Reach.ALL_WITHOUT_GAPS;
  }

  @Override
  void read(JournalSource journal) {
    if (withRecords && !journal.hasRecords()) {
      throw new UsageException(
          "The data of records is missing: a running node does not send it, and this file was"
              + " exported without it. Use --with-records with the data folder of a stopped node.");
    }
    try (Writer out = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE_NEW)) {
      JournalExport.Written written =
          JournalExport.write(
              journal,
              out,
              withRecords,
              redact ? new Redaction().knowing(journal.entities()) : UnaryOperator.identity());
      out().println(written.events() + " events written to " + file + ", hash " + written.hash());
    } catch (FileAlreadyExistsException e) {
      throw new UnreadableJournalException(file + " exists already; choose another name.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableJournalException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
