package io.hydrant.replay.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.FolderAudit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fusesource.leveldbjni.JniDBFactory;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.Options;

/** The journal of a stopped node: Pekko's LevelDB journal and the snapshots beside it. */
public final class LevelDbJournal implements JournalSource {
  private final DB db;
  private final Path folder;
  private final Path audit;
  private final Snapshots snapshots;
  private final Map<String, Integer> numbers;

  private LevelDbJournal(DB db, Path data, Path folder) {
    this.db = db;
    this.folder = folder;
    this.audit = data.resolve("audit");
    this.snapshots = new Snapshots(data.resolve("snapshots"));
    this.numbers = numbers();
  }

  /**
   * @param data the data folder of a stopped node
   * @throws UnreadableJournalException where there is no journal, it is in use or damaged
   */
  public static LevelDbJournal open(Path data) {
    return open(data, true);
  }

  /**
   * @param strict true where damage that LevelDB would skip is an error
   * @throws UnreadableJournalException as above
   */
  public static LevelDbJournal open(Path data, boolean strict) {
    Path folder = data.resolve("journal");
    if (!Files.exists(folder.resolve("CURRENT"))) {
      throw new UnreadableJournalException(
          "There is no journal in " + data + ": it has no file journal/CURRENT.");
    }
    try {
      DB db =
          JniDBFactory.factory.open(
              folder.toFile(), new Options().createIfMissing(false).paranoidChecks(strict));
      return opened(db, data, folder);
    } catch (IOException | DBException e) {
      throw new UnreadableJournalException(
          "The journal in " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static LevelDbJournal opened(DB db, Path data, Path folder) throws IOException {
    try {
      return new LevelDbJournal(db, data, folder);
    } catch (UnreadableJournalException e) {
      db.close();
      throw e;
    }
  }

  @Override
  public List<String> entities() {
    return List.copyOf(numbers.keySet());
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return FolderAudit.list(audit);
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    Optional<StoredEvent> snapshot = snapshots.newest(entity);
    if (!numbers.containsKey(entity)) {
      return Cursor.of(snapshot.stream().toList()).part(after, max);
    }
    int number = numbers.get(entity);
    long first = Math.max(after, snapshot.map(StoredEvent::number).orElse(0L)) + 1;
    try {
      return new LevelDbCursor(
              new LevelDbIterator(db, LevelDbFormat.key(number, first, LevelDbFormat.EVENT)),
              entity,
              number,
              snapshot,
              cause -> damaged(entity, cause))
          .part(after, max);
    } catch (IOException | DBException e) {
      throw damaged(entity, e);
    }
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> found = new TreeMap<>();
    try (LevelDbIterator rows =
        new LevelDbIterator(db, LevelDbFormat.key(LevelDbFormat.DIRECTORY, 0, 0))) {
      while (rows.hasNext()) {
        Map.Entry<byte[], byte[]> row = rows.next();
        ByteBuffer key = ByteBuffer.wrap(row.getKey());
        if (key.remaining() != LevelDbFormat.KEY_BYTES || key.getInt() != LevelDbFormat.DIRECTORY) {
          break;
        }
        key.getLong();
        String entity = new String(row.getValue(), UTF_8);
        if (entity.indexOf('|') > 0) {
          found.put(entity, key.getInt());
        }
      }
      return found;
    } catch (IOException | DBException e) {
      throw damaged("the directory of entities", e);
    }
  }

  private UnreadableJournalException damaged(String where, Exception cause) {
    return new UnreadableJournalException(
        "The journal in "
            + folder
            + " is damaged at "
            + where
            + ": "
            + cause.getMessage()
            + ". Restore the folder from a copy; a node that starts on it serves what is sound.",
        cause);
  }

  @Override
  public void close() {
    try {
      db.close();
    } catch (IOException e) {
      throw new UnreadableJournalException("The journal in " + folder + " did not close.", e);
    }
  }
}
