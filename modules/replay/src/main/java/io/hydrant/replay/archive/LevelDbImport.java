package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.journal.JournalFormat;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.FolderAudit;
import io.hydrant.replay.source.LevelDbFormat;
import io.hydrant.replay.source.Snapshots;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fusesource.leveldbjni.JniDBFactory;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.Options;
import org.iq80.leveldb.WriteOptions;

/**
 * Writes events into the data folder of a node that has never run, byte for byte as they were.
 *
 * <p>It writes the rows itself. Pekko's journal plugin would need an actor system, would encode
 * every event again, and cannot take back a half import.
 */
public final class LevelDbImport implements JournalWriter {
  /** The file that makes the node start the imported entities. */
  public static final String MARKER = "imported";

  private static final int FIRST_NUMBER = 10;

  private final DB db;
  private final Path data;
  private final String writer = UUID.randomUUID().toString();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private boolean committed;

  private LevelDbImport(DB db, Path data) {
    this.db = db;
    this.data = data;
  }

  /**
   * @throws UnreadableJournalException where there is a journal already, or it cannot be written
   */
  public static LevelDbImport into(Path data) {
    Path folder = data.resolve("journal");
    if (Files.exists(folder.resolve("CURRENT"))) {
      throw new UnreadableJournalException(
          "There is a journal in " + data + " already; import into a new folder.");
    }
    try {
      Files.createDirectories(folder);
      Files.createDirectories(data.resolve("snapshots"));
      Files.writeString(data.resolve(MARKER), "");
      JournalFormat.mark(data);
      return new LevelDbImport(
          JniDBFactory.factory.open(folder.toFile(), new Options().createIfMissing(true)), data);
    } catch (IOException | DBException e) {
      throw new UnreadableJournalException(
          "The folder " + data + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void store(StoredEvent stored, Instant at) {
    try {
      if (!last.containsKey(stored.entity()) && stored.number() > 1) {
        // A trimmed history starts with the event that replaces the trimmed ones.
        number(stored.entity());
        new Snapshots(data.resolve("snapshots")).write(stored, at);
      } else {
        db.put(
            LevelDbFormat.key(number(stored.entity()), stored.number(), LevelDbFormat.EVENT),
            LevelDbFormat.value(stored, at, writer));
      }
      last.put(stored.entity(), stored.number());
    } catch (IOException | DBException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void refused(List<AuditEntry> calls) {
    try {
      FolderAudit.write(data.resolve("audit"), calls);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private int number(String entity) {
    return numbers.computeIfAbsent(
        entity,
        added -> {
          int number = FIRST_NUMBER + numbers.size();
          db.put(LevelDbFormat.key(LevelDbFormat.DIRECTORY, 0, number), added.getBytes(UTF_8));
          return number;
        });
  }

  /** Each entity's highest number is stored beside its events. */
  @Override
  public void commit() {
    try {
      last.forEach(
          (entity, highest) ->
              db.put(
                  LevelDbFormat.key(numbers.get(entity), 0, 0),
                  ByteBuffer.allocate(Long.BYTES).putLong(highest).array(),
                  new WriteOptions().sync(true)));
      committed = true;
    } catch (DBException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      db.close();
      if (!committed) {
        emptied(data.resolve("journal"));
        emptied(data.resolve("snapshots"));
        Files.deleteIfExists(data.resolve(MARKER));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void emptied(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private UnreadableJournalException unwritable(Exception cause) {
    return new UnreadableJournalException(
        "The folder " + data + " cannot be written: " + cause.getMessage(), cause);
  }
}
