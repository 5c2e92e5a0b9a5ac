package io.hydrant.delivery.parquet;

import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file in memory: an object has at most the size of a stream's buffer. It grows by chunks, so
 * that what has been written is not copied until the end.
 */
final class MemoryFile implements OutputFile {
  private static final int CHUNK_BYTES = 1024 * 1024;

  private final Queue<byte[]> full = new ArrayDeque<>();
  private byte[] chunk = new byte[CHUNK_BYTES];
  private int used;
  private long size;

  /** Returns the bytes of the file, which is empty afterwards. */
  byte[] take() {
    byte[] bytes = new byte[Math.toIntExact(size)];
    int at = 0;
    while (!full.isEmpty()) {
      System.arraycopy(full.remove(), 0, bytes, at, CHUNK_BYTES);
      at += CHUNK_BYTES;
    }
    System.arraycopy(chunk, 0, bytes, at, used);
    used = 0;
    size = 0;
    return bytes;
  }

  private void write(byte[] values, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (used == CHUNK_BYTES) {
        full.add(chunk);
        chunk = new byte[CHUNK_BYTES];
        used = 0;
      }
      int part = Math.min(left, CHUNK_BYTES - used);
      System.arraycopy(values, from, chunk, used, part);
      used += part;
      from += part;
      left -= part;
    }
    size += length;
  }

  @Override
  public PositionOutputStream create(long blockSize) {
    return new PositionOutputStream() {
      @Override
      public long getPos() {
        return size;
      }

      @Override
      public void write(int value) {
        MemoryFile.this.write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] values, int offset, int length) {
        MemoryFile.this.write(values, offset, length);
      }
    };
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) {
    return create(blockSize);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
