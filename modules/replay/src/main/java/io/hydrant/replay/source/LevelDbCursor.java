package io.hydrant.replay.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iq80.leveldb.DBException;

/** Reads one entity's rows of a LevelDB journal, after the snapshot that replaces trimmed ones. */
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
        if (key.remaining() != LevelDbFormat.KEY_BYTES || key.getInt() != number) {
          return Optional.empty();
        }
        long place = key.getLong();
        if (key.getInt() == LevelDbFormat.EVENT) {
          return Optional.of(LevelDbFormat.event(entity, place, row.getValue()));
        }
      }
      return Optional.empty();
    } catch (IOException | DBException e) {
      throw damaged.apply(e);
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
