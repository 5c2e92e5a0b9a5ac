package io.hydrant.core.buffer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An immutable sequence of chunks that grows at its end in constant time: a buffer of 128 MiB may
 * hold a hundred thousand of them, and each put makes a new state.
 */
public final class PendingRecords {
  public static final PendingRecords NONE = new PendingRecords(null, 0, 0, Optional.empty());

  private record Node(AppendedRecords chunk, Node before) {}

  private final Node last;
  private final int size;
  private final long bytes;
  private final Optional<AppendedRecords> oldest;

  private PendingRecords(Node last, int size, long bytes, Optional<AppendedRecords> oldest) {
    this.last = last;
    this.size = size;
    this.bytes = bytes;
    this.oldest = oldest;
  }

  public static PendingRecords of(List<AppendedRecords> chunks) {
    PendingRecords all = NONE;
    for (AppendedRecords chunk : chunks) {
      all = all.plus(chunk);
    }
    return all;
  }

  public PendingRecords plus(AppendedRecords chunk) {
    return new PendingRecords(
        new Node(chunk, last),
        size + 1,
        bytes + chunk.dataBytes(),
        Optional.of(oldest.orElse(chunk)));
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The size of all the data as it came. */
  public long dataBytes() {
    return bytes;
  }

  public Optional<AppendedRecords> oldest() {
    return oldest;
  }

  /** Oldest first. */
  public List<AppendedRecords> toList() {
    Deque<AppendedRecords> chunks = new ArrayDeque<>(size);
    for (Node node = last; node != null; node = node.before()) {
      chunks.addFirst(node.chunk());
    }
    return List.copyOf(chunks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PendingRecords that
        && size == that.size
        && toList().equals(that.toList());
  }

  @Override
  public int hashCode() {
    return toList().hashCode();
  }

  @Override
  public String toString() {
    return "Chunks[" + size + " chunks, " + bytes + " bytes]";
  }
}
