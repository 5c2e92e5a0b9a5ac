package io.hydrant.server.journal;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.exported.ExportedJournal;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.ReadWatch;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The whole journal of a node that runs, for commands that read all of it: fetched into a temporary
 * file, which is deleted when it is closed, and when the program is ended.
 */
final class FetchedJournal implements JournalSource {
  private static final int PORTION = 1 << 16;

  private final Path file;
  private final JournalSource journal;

  private FetchedJournal(Path file, JournalSource journal) {
    this.file = file;
    this.journal = journal;
  }

  static FetchedJournal of(URI node, ReadWatch watch) {
    Path file = temporary();
    try {
      new NodeCalls(node)
          .get(
              RunningNode.JOURNAL,
              in -> {
                copy(in, file, watch);
                return file;
              });
      return new FetchedJournal(file, ExportedJournal.open(file, watch));
    } catch (UnreadableJournalException e) {
      delete(file);
      throw e;
    }
  }

  private static Path temporary() {
    try {
      Path file =
          Files.createTempFile(
              "hydrant-journal-",
              ".jsonl",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UnreadableJournalException(
          "There is no temporary file for the journal: " + e.getMessage(), e);
    }
  }

  private static void copy(InputStream in, Path file, ReadWatch watch) throws IOException {
    byte[] portion = new byte[PORTION];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
        out.write(portion, 0, read);
        for (int i = 0; i < read; i++) {
          if (portion[i] == '\n') {
            watch.read(OptionalDouble.empty());
          }
        }
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UnreadableJournalException("The temporary file " + file + " stays: " + e, e);
    }
  }

  @Override
  public List<String> entities() {
    return journal.entities();
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    journal.history(entity, each);
  }

  @Override
  public Cursor open(String entity) {
    return journal.open(entity);
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return journal.refusedCalls();
  }

  @Override
  public void close() {
    journal.close();
    delete(file);
  }
}
