package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The puts that are not written yet: some wait for the next write, others for their data key. */
final class PutQueue {
  private final Deque<BufferMessage.Put> line = new ArrayDeque<>();
  private final Map<Integer, List<BufferMessage.Put>> waitingForKey = new HashMap<>();
  private final PutDeduplication deduplication = new PutDeduplication(System::nanoTime);
  private long heldBytes;
  private int heldPuts;

  /** Returns the size of all puts that are accepted and not answered. */
  long heldBytes() {
    return heldBytes;
  }

  /** Returns the number of puts that are accepted and not answered. */
  int heldPuts() {
    return heldPuts;
  }

  /** Returns true for a put that was sent before; it is answered with the first one. */
  boolean isDuplicate(BufferMessage.Put put) {
    return deduplication.isDuplicate(put);
  }

  void accept(BufferMessage.Put put) {
    deduplication.register(put);
    heldPuts++;
    heldBytes += put.dataBytes();
  }

  void answer(BufferMessage.Put put, Reply<PutResult> reply) {
    heldPuts--;
    heldBytes -= put.dataBytes();
    put.replyTo().tell(reply);
    deduplication.answered(put, reply);
  }

  void enqueue(BufferMessage.Put put) {
    line.add(put);
  }

  void enqueue(List<BufferMessage.Put> puts) {
    line.addAll(puts);
  }

  /** Makes the puts wait for the data key of that epoch. */
  void park(int epoch, List<BufferMessage.Put> puts) {
    waitingForKey.computeIfAbsent(epoch, number -> new ArrayList<>()).addAll(puts);
  }

  /** Removes and returns the puts that wait for the data key of that epoch. */
  List<BufferMessage.Put> unpark(int epoch) {
    return Optional.ofNullable(waitingForKey.remove(epoch)).orElse(List.of());
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  /**
   * Removes and returns puts of one epoch and one policy, up to a write's size but at least one.
   */
  List<BufferMessage.Put> takeGroup(long writeBytesMax) {
    List<BufferMessage.Put> puts = new ArrayList<>();
    long bytes = 0;
    while (!line.isEmpty()) {
      BufferMessage.Put next = line.peek();
      if (!puts.isEmpty()
          && (!canShareWrite(puts.get(0), next) || bytes + next.dataBytes() > writeBytesMax)) {
        break;
      }
      bytes += next.dataBytes();
      puts.add(line.remove());
    }
    return puts;
  }

  private static boolean canShareWrite(BufferMessage.Put first, BufferMessage.Put next) {
    return next.epoch() == first.epoch()
        && next.admission().buffering().equals(first.admission().buffering());
  }
}
