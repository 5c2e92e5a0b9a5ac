package io.hydrant.journal;

import io.hydrant.core.id.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the records that follow an event's JSON object, in the order in which the object names
 * them.
 */
final class BinaryRecords {
  private BinaryRecords() {}

  static final class Writer {
    private final List<Bytes> records = new ArrayList<>();
    private int size;

    void add(Bytes record) {
      records.add(record);
      size += record.size();
    }

    boolean isEmpty() {
      return records.isEmpty();
    }

    int size() {
      return size;
    }

    void writeTo(ByteArrayOutputStream out) {
      records.forEach(record -> out.writeBytes(record.unsafeArray()));
    }
  }

  static final class Reader {
    private final ByteBuffer tail;

    Reader(ByteBuffer tail) {
      this.tail = tail;
    }

    Bytes next(int size) {
      if (size < 0 || size > tail.remaining()) {
        throw new IllegalStateException("records are cut off");
      }
      byte[] record = new byte[size];
      tail.get(record);
      return Bytes.wrap(record);
    }

    void requireEnd() {
      if (tail.hasRemaining()) {
        throw new IllegalStateException("bytes behind the last record");
      }
    }
  }
}
