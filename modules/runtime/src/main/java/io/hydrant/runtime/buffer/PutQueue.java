package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts that are not written yet: those in line, and those that wait for their data key. */
final class PutQueue {
  private final Deque<BufferMessage.Put> line = new ArrayDeque<>();
  private final Map<Integer, List<BufferMessage.Put>> waitingForKey = new HashMap<>();
  private final PutDeduplication repeated = new PutDeduplication(System::nanoTime);
  private long heldBytes;
  private int heldPuts;

  /** Data of all puts that came and are not answered. */
  long heldBytes() {
    return heldBytes;
  }

  /** Puts that came and are not answered. */
  int heldPuts() {
    return heldPuts;
  }

  /** Whether it came before and is answered with the first one. */
  boolean hasComeBefore(BufferMessage.Put put) {
    return repeated.hasComeBefore(put);
  }

  void came(BufferMessage.Put put) {
    repeated.came(put);
    heldPuts++;
    heldBytes += put.dataBytes();
  }

  void answer(BufferMessage.Put put, Reply<PutResult> reply) {
    heldPuts--;
    heldBytes -= put.dataBytes();
    put.replyTo().tell(reply);
    repeated.answered(put, reply);
  }

  void enqueue(BufferMessage.Put put) {
    line.add(put);
  }

  void enqueue(List<BufferMessage.Put> puts) {
    line.addAll(puts);
  }

  /** They wait until the data key of their epoch is at hand. */
  void park(int epoch, List<BufferMessage.Put> puts) {
    waitingForKey.computeIfAbsent(epoch, number -> new ArrayList<>()).addAll(puts);
  }

  /** What waited for the key of that epoch waits no more. */
  List<BufferMessage.Put> unpark(int epoch) {
    return Optional.ofNullable(waitingForKey.remove(epoch)).orElse(List.of());
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  /** Puts of one epoch and one policy, up to the size of a write; at least one. */
  List<BufferMessage.Put> takeGroup(long writeBytesMax) {
    List<BufferMessage.Put> puts = new ArrayList<>();
    long bytes = 0;
    while (!line.isEmpty()) {
      BufferMessage.Put next = line.peek();
      if (!puts.isEmpty()
          && (!together(puts.get(0), next) || bytes + next.dataBytes() > writeBytesMax)) {
        break;
      }
      bytes += next.dataBytes();
      puts.add(line.remove());
    }
    return puts;
  }

  private static boolean together(BufferMessage.Put first, BufferMessage.Put next) {
    return next.epoch() == first.epoch()
        && next.admission().buffering().equals(first.admission().buffering());
  }
}
