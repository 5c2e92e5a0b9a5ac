package io.hydrant.core.buffer;

import io.hydrant.core.id.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
  private final long records;
  private final long bytes;
  private final Optional<AppendedRecords> oldest;

  private PendingRecords(Node last, long records, long bytes, Optional<AppendedRecords> oldest) {
    this.last = last;
    this.records = records;
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
        records + chunk.records().size(),
        bytes + chunk.dataBytes(),
        Optional.of(oldest.orElse(chunk)));
  }

  public long recordCount() {
    return records;
  }

  public boolean isEmpty() {
    return records == 0;
  }

  /** Returns the size of all the data before sealing. */
  public long dataBytes() {
    return bytes;
  }

  public Optional<AppendedRecords> oldest() {
    return oldest;
  }

  /** Returns the chunks, oldest first. */
  public List<AppendedRecords> toList() {
    Deque<AppendedRecords> chunks = new ArrayDeque<>();
    for (Node node = last; node != null; node = node.before()) {
      chunks.addFirst(node.chunk());
    }
    return List.copyOf(chunks);
  }

  /** Returns the first chunks, up to that size of data; at least one. */
  public List<AppendedRecords> firstChunks(long bytesMax) {
    List<AppendedRecords> taken = new ArrayList<>();
    long size = 0;
    for (AppendedRecords chunk : toList()) {
      if (!taken.isEmpty() && size + chunk.dataBytes() > bytesMax) {
        break;
      }
      taken.add(chunk);
      size += chunk.dataBytes();
    }
    return taken;
  }

  /** Returns the position after the first records, up to that size of data; at least one record. */
  long endOfFirst(long bytesMax) {
    long end = oldest().orElseThrow().firstPosition();
    long size = 0;
    for (AppendedRecords chunk : toList()) {
      long sealBytes = chunk.sealBytes();
      for (Bytes record : chunk.records()) {
        size += record.size() - sealBytes;
        if (size > bytesMax && end > oldest().orElseThrow().firstPosition()) {
          return end;
        }
        end++;
      }
    }
    return end;
  }

  /** Returns the chunks with the records before that position; the last chunk may be cut. */
  public List<AppendedRecords> before(long endPosition) {
    return toList().stream()
        .takeWhile(chunk -> chunk.firstPosition() < endPosition)
        .map(chunk -> chunk.nextPosition() <= endPosition ? chunk : chunk.before(endPosition))
        .toList();
  }

  /** Returns what is left after the records before that position have gone. */
  PendingRecords from(long endPosition) {
    return of(
        toList().stream()
            .filter(chunk -> chunk.nextPosition() > endPosition)
            .map(chunk -> chunk.firstPosition() >= endPosition ? chunk : chunk.from(endPosition))
            .toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PendingRecords that && toList().equals(that.toList());
  }

  @Override
  public int hashCode() {
    return toList().hashCode();
  }

  @Override
  public String toString() {
    return "PendingRecords[" + records + " records, " + bytes + " bytes]";
  }
}
