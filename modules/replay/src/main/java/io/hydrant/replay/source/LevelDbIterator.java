package io.hydrant.replay.source;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.DBIterator;
import org.iq80.leveldb.ReadOptions;

/** Iterates over rows of LevelDB, and unwraps the RuntimeExceptions of the native library. */
final class LevelDbIterator implements AutoCloseable {
  private final DBIterator rows;

  LevelDbIterator(DB db, byte[] from) throws IOException {
    rows = db.iterator(new ReadOptions().verifyChecksums(true));
    guarded(
        () -> {
          rows.seek(from);
          return true;
        });
  }

  boolean hasNext() throws IOException {
    return guarded(rows::hasNext);
  }

  Map.Entry<byte[], byte[]> next() throws IOException {
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

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
