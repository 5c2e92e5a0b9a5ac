package io.hydrant.core.buffer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An immutable sequence of chunks that grows at its end in constant time: a buffer of 128 MiB may
 * hold a hundred thousand of them, and each put makes a new state.
 */
public final class Chunks {
  public static final Chunks NONE = new Chunks(null, 0, 0, Optional.empty());

  private record Node(Chunk chunk, Node before) {}

  private final Node last;
  private final int size;
  private final long bytes;
  private final Optional<Chunk> oldest;

  private Chunks(Node last, int size, long bytes, Optional<Chunk> oldest) {
    this.last = last;
    this.size = size;
    this.bytes = bytes;
    this.oldest = oldest;
  }

  public static Chunks of(List<Chunk> chunks) {
    Chunks all = NONE;
    for (Chunk chunk : chunks) {
      all = all.plus(chunk);
    }
    return all;
  }

  public Chunks plus(Chunk chunk) {
    return new Chunks(
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

  public Optional<Chunk> oldest() {
    return oldest;
  }

  /** Oldest first. */
  public List<Chunk> toList() {
    Deque<Chunk> chunks = new ArrayDeque<>(size);
    for (Node node = last; node != null; node = node.before()) {
      chunks.addFirst(node.chunk());
    }
    return List.copyOf(chunks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunks that && size == that.size && toList().equals(that.toList());
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
