package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of one stream that are accepted and not yet delivered.
 *
 * @param nextPosition the place of the next record
 * @param nextBatch the number of the next batch
 * @param fence records sealed in this epoch or an older one are no longer accepted
 * @param pending oldest first; a batch's chunks are its head
 * @param policy of the last put
 * @param closingSince the stream is being deleted: deliver at once
 * @param deliveredAt when a batch was last delivered
 * @param flushUpTo records before this position are due at once, because a flush was requested
 */
public record RecordBuffer(
    long nextPosition,
    long nextBatch,
    int fence,
    PendingRecords pending,
    Optional<BufferingPolicy> policy,
    Optional<Batch> batch,
    Optional<Instant> closingSince,
    Optional<Instant> deliveredAt,
    long flushUpTo) {

  public static final RecordBuffer EMPTY =
      new RecordBuffer(
          0,
          1,
          0,
          PendingRecords.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0);

  public RecordBuffer {
    if (batch.isPresent() && pending.isEmpty()) {
      throw new IllegalStateException("a batch without records");
    }
    if (!pending.isEmpty() && policy.isEmpty()) {
      throw new IllegalStateException("records without a buffering policy");
    }
  }

  public long pendingBytes() {
    return pending.dataBytes();
  }

  /** The chunks that belong to the batch. */
  public List<AppendedRecords> of(Batch planned) {
    return pending.toList().stream()
        .filter(chunk -> chunk.nextPosition() <= planned.endPosition())
        .toList();
  }

  /** The chunks that the next batch takes: up to the size of the policy, at least one. */
  List<AppendedRecords> nextBatchChunks() {
    List<AppendedRecords> taken = new ArrayList<>();
    long bytes = 0;
    long most = policy.map(BufferingPolicy::sizeBytes).orElse(Long.MAX_VALUE);
    for (AppendedRecords chunk : pending.toList()) {
      if (!taken.isEmpty() && bytes + chunk.dataBytes() > most) {
        break;
      }
      taken.add(chunk);
      bytes += chunk.dataBytes();
    }
    return taken;
  }

  /** Returns when the next batch is due; empty while one is in flight or nothing is pending. */
  Optional<Instant> batchDue() {
    if (batch.isPresent() || pending.isEmpty()) {
      return Optional.empty();
    }
    BufferingPolicy hints = policy.orElseThrow();
    AppendedRecords oldest = pending.oldest().orElseThrow();
    boolean atOnce =
        closingSince.isPresent()
            || oldest.firstPosition() < flushUpTo
            || pendingBytes() >= hints.sizeBytes();
    return Optional.of(atOnce ? oldest.at() : oldest.at().plusSeconds(hints.intervalSeconds()));
  }

  /** Counts the records of requested flushes that are not delivered yet. */
  long flushingRecords() {
    return pending.toList().stream()
        .filter(chunk -> chunk.firstPosition() < flushUpTo)
        .mapToLong(chunk -> chunk.records().size())
        .sum();
  }
}
