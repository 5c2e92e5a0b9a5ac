package io.hydrant.replay.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.persistence.serialization.MessageFormats;
import org.apache.pekko.protobufv3.internal.InvalidProtocolBufferException;
import org.iq80.leveldb.DBException;

/** One entity's rows of a LevelDB journal, behind the snapshot that stands for trimmed ones. */
final class LevelDbCursor implements Cursor {
  private final LevelDbIterator rows;
  private final String entity;
  private final int number;
  private final Function<Exception, UnreadableJournalException> damaged;
  private Optional<StoredEvent> snapshot;

  /**
   * @param rows at the entity's first event after the snapshot
   * @param number the entity's, in the rows' keys
   */
  LevelDbCursor(
      LevelDbIterator rows,
      String entity,
      int number,
      Optional<StoredEvent> snapshot,
      Function<Exception, UnreadableJournalException> damaged) {
    this.rows = rows;
    this.entity = entity;
    this.number = number;
    this.snapshot = snapshot;
    this.damaged = damaged;
  }

  @Override
  public Optional<StoredEvent> next() {
    if (snapshot.isPresent()) {
      Optional<StoredEvent> first = snapshot;
      snapshot = Optional.empty();
      return first;
    }
    try {
      while (rows.hasNext()) {
        Map.Entry<byte[], byte[]> row = rows.next();
        ByteBuffer key = ByteBuffer.wrap(row.getKey());
        if (key.remaining() != LevelDbJournal.KEY_BYTES || key.getInt() != number) {
          return Optional.empty();
        }
        long place = key.getLong();
        if (key.getInt() == LevelDbJournal.EVENT) {
          return Optional.of(stored(place, row.getValue()));
        }
      }
      return Optional.empty();
    } catch (IOException | DBException e) {
      throw damaged.apply(e);
    }
  }

  private StoredEvent stored(long place, byte[] value) {
    try {
      MessageFormats.PersistentPayload payload =
          MessageFormats.PersistentMessage.parseFrom(value).getPayload();
      return new EncodedEvent(
          entity,
          place,
          payload.getPayloadManifest().toString(UTF_8),
          Bytes.wrap(payload.getPayload().toByteArray()));
    } catch (InvalidProtocolBufferException e) {
      throw new UnreadableJournalException(
          "Event " + place + " of " + entity + " is not in Pekko's form.", e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw damaged.apply(e);
    }
  }
}
