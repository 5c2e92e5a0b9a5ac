package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.journal.JournalFormat;
import io.hydrant.journal.JournalSerializer;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.FolderAudit;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pekko.persistence.serialization.MessageFormats;
import org.apache.pekko.protobufv3.internal.ByteString;
import org.fusesource.leveldbjni.JniDBFactory;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.Options;
import org.iq80.leveldb.WriteOptions;

/**
 * Writes events into the data folder of a node that has never run, in the form of Pekko's LevelDB
 * journal (see {@link io.hydrant.replay.source.LevelDbJournal}), byte for byte as they were.
 */
public final class LevelDbImport implements JournalWriter {
  /** Tells the node that it must wake what was imported: nothing remembers it yet. */
  public static final String MARKER = "imported";

  private static final int KEY_BYTES = 20;
  private static final int DIRECTORY = 1;
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
        snapshot(stored, at);
      } else {
        db.put(
            key(number(stored.entity()), stored.number(), 0),
            MessageFormats.PersistentMessage.newBuilder()
                .setPayload(
                    MessageFormats.PersistentPayload.newBuilder()
                        .setSerializerId(JournalSerializer.IDENTIFIER)
                        .setPayload(ByteString.copyFrom(stored.bytes().unsafeArray()))
                        .setPayloadManifest(ByteString.copyFromUtf8(stored.name())))
                .setSequenceNr(stored.number())
                .setPersistenceId(stored.entity())
                .setWriterUuid(writer)
                .setTimestamp(at.toEpochMilli())
                .build()
                .toByteArray());
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

  /** A trimmed history starts with the event that stands for what was trimmed. */
  private void snapshot(StoredEvent stored, Instant at) throws IOException {
    number(stored.entity());
    byte[] name = stored.name().getBytes(UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ByteBuffer.allocate(2 * Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Integer.BYTES + name.length)
            .putInt(JournalSerializer.IDENTIFIER)
            .array());
    file.writeBytes(name);
    file.writeBytes(stored.bytes().unsafeArray());
    Files.write(
        data.resolve("snapshots")
            .resolve(
                "snapshot-"
                    + URLEncoder.encode(stored.entity(), UTF_8)
                    + "-"
                    + stored.number()
                    + "-"
                    + at.toEpochMilli()),
        file.toByteArray());
  }

  private int number(String entity) {
    return numbers.computeIfAbsent(
        entity,
        added -> {
          int number = FIRST_NUMBER + numbers.size();
          db.put(key(DIRECTORY, 0, number), added.getBytes(UTF_8));
          return number;
        });
  }

  private static byte[] key(int entity, long event, int mapping) {
    return ByteBuffer.allocate(KEY_BYTES).putInt(entity).putLong(event).putInt(mapping).array();
  }

  /** Each entity's highest number is stored beside its events. */
  @Override
  public void commit() {
    try {
      last.forEach(
          (entity, highest) ->
              db.put(
                  key(numbers.get(entity), 0, 0),
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
