package io.hydrant.replay.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.id.Bytes;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.AuditTrail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.persistence.serialization.MessageFormats;
import org.apache.pekko.protobufv3.internal.InvalidProtocolBufferException;
import org.fusesource.leveldbjni.JniDBFactory;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.DBIterator;
import org.iq80.leveldb.Options;
import org.iq80.leveldb.ReadOptions;

/**
 * The journal of a node at rest: Pekko's LevelDB journal and the snapshots beside it.
 *
 * <p>Pekko's keys have 20 bytes: the entity's number, the event's number, a kind. Under entity 1
 * lies the directory that gives entities their numbers; under kind 0 events, and an event numbered
 * 0 is a counter.
 */
public final class LevelDbJournal implements JournalSource {
  private static final int KEY_BYTES = 20;
  private static final int DIRECTORY = 1;
  private static final int EVENT = 0;

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
   * @param data the data folder of a node that does not run
   * @throws UnreadableJournalException where there is no journal, it is in use or damaged
   */
  public static LevelDbJournal open(Path data) {
    return open(data, true);
  }

  /**
   * @param strict whether damage that LevelDB itself would pass over is an error
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
    return AuditTrail.list(audit);
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    Optional<StoredEvent> snapshot = snapshots.newest(entity);
    snapshot.ifPresent(each);
    Optional.ofNullable(numbers.get(entity))
        .ifPresent(number -> events(entity, number, snapshot.map(StoredEvent::number), each));
  }

  private void events(
      String entity, int number, Optional<Long> carriedOver, Consumer<StoredEvent> each) {
    try (DBIterator rows = db.iterator(new ReadOptions().verifyChecksums(true))) {
      seek(rows, key(number, carriedOver.orElse(0L) + 1));
      while (hasNext(rows)) {
        Map.Entry<byte[], byte[]> row = next(rows);
        ByteBuffer key = ByteBuffer.wrap(row.getKey());
        if (key.remaining() != KEY_BYTES || key.getInt() != number) {
          return;
        }
        long place = key.getLong();
        if (key.getInt() == EVENT) {
          each.accept(stored(entity, place, row.getValue()));
        }
      }
    } catch (IOException | DBException e) {
      throw damaged(entity, e);
    }
  }

  private StoredEvent stored(String entity, long number, byte[] value) {
    try {
      MessageFormats.PersistentPayload payload =
          MessageFormats.PersistentMessage.parseFrom(value).getPayload();
      return new StoredEvent(
          entity,
          number,
          payload.getPayloadManifest().toString(UTF_8),
          Bytes.wrap(payload.getPayload().toByteArray()));
    } catch (InvalidProtocolBufferException e) {
      throw new UnreadableJournalException(
          "Event " + number + " of " + entity + " is not in Pekko's form.", e);
    }
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> found = new TreeMap<>();
    try (DBIterator rows = db.iterator(new ReadOptions().verifyChecksums(true))) {
      seek(rows, key(DIRECTORY, 0));
      while (hasNext(rows)) {
        Map.Entry<byte[], byte[]> row = next(rows);
        ByteBuffer key = ByteBuffer.wrap(row.getKey());
        if (key.remaining() != KEY_BYTES || key.getInt() != DIRECTORY) {
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

  // The native library throws plain RuntimeExceptions around what it found.

  private static void seek(DBIterator rows, byte[] key) throws IOException {
    guarded(
        () -> {
          rows.seek(key);
          return true;
        });
  }

  private static boolean hasNext(DBIterator rows) throws IOException {
    return guarded(rows::hasNext);
  }

  private static Map.Entry<byte[], byte[]> next(DBIterator rows) throws IOException {
    return guarded(rows::next);
  }

  private static <T> T guarded(Supplier<T> read) throws IOException {
    try {
      return read.get();
    } catch (DBException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
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

  private static byte[] key(int number, long place) {
    return ByteBuffer.allocate(KEY_BYTES).putInt(number).putLong(place).putInt(EVENT).array();
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
