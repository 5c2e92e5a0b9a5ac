package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the next steps of a buffer are due, and which records they concern. */
record BufferSchedule(RecordBuffer buffer) {

  /** Returns all batches in flight. */
  List<Batch> batches() {
    return Stream.concat(
            buffer.batch().stream(),
            staged().outputs().stream().flatMap(each -> each.batch().stream()))
        .toList();
  }

  Optional<Batch> batch(long number) {
    return batches().stream().filter(each -> each.number() == number).findFirst();
  }

  /** Returns when the next attempt to deliver a batch in flight is due. */
  Instant attemptDue(Batch inFlight) {
    return buffer.failureOf(inFlight).map(DeliveryFailure::retryAt).orElse(Instant.MIN);
  }

  /**
   * Returns when the next batch of accepted records is due; empty while one is in flight, where
   * nothing is pending, and where records are processed first.
   */
  Optional<Instant> batchDue() {
    return staged().policy().isPresent()
        ? Optional.empty()
        : buffer.policy().flatMap(this::acceptedDue);
  }

  /** Returns when the next batch of a place is due; empty while one is in flight. */
  Optional<Instant> batchDue(OutputBuffer output) {
    return output.batchDue(buffer.closingSince().isPresent(), staged().flushUpTo());
  }

  /** Returns when the next processing is due; empty for a stream that processes no records. */
  Optional<Instant> processingDue() {
    return staged()
        .policy()
        .flatMap(this::acceptedDue)
        .map(due -> staged().failure().map(each -> each.failure().retryAt()).orElse(due));
  }

  private Optional<Instant> acceptedDue(BufferingPolicy policy) {
    PendingRecords pending = buffer.pending();
    if (buffer.batch().isPresent() || pending.isEmpty()) {
      return Optional.empty();
    }
    AppendedRecords oldest = pending.oldest().orElseThrow();
    boolean atOnce =
        buffer.closingSince().isPresent()
            || oldest.firstPosition() < buffer.flushUpTo()
            || pending.dataBytes() >= policy.sizeBytes();
    return Optional.of(atOnce ? oldest.at() : oldest.at().plusSeconds(policy.intervalSeconds()));
  }

  /** Counts the records of requested flushes that are not delivered yet, with the backup's. */
  long flushingRecords() {
    return count(
        allPending()
            .filter(
                chunk ->
                    chunk.firstPosition()
                        < (isProcessed(chunk) ? staged().flushUpTo() : buffer.flushUpTo())));
  }

  /** Counts all records that are not delivered yet, with the backup's. */
  long allRecords() {
    return count(allPending());
  }

  private static boolean isProcessed(AppendedRecords chunk) {
    return chunk.firstPosition() >= StagedRecords.FIRST_POSITION;
  }

  private static long count(Stream<AppendedRecords> chunks) {
    return chunks.mapToLong(chunk -> chunk.records().size()).sum();
  }

  /** Returns the chunks of accepted and of processed records. */
  Stream<AppendedRecords> allPending() {
    return Stream.concat(
        buffer.pending().toList().stream(),
        staged().outputs().stream().flatMap(each -> each.pending().toList().stream()));
  }

  /** Returns whether anything waits for its next attempt later than at that time. */
  boolean waitsForAttempt(Instant now) {
    return Stream.concat(
            batches().stream().map(this::attemptDue),
            staged().failure().map(each -> each.failure().retryAt()).stream())
        .anyMatch(due -> due.isAfter(now));
  }

  private StagedRecords staged() {
    return buffer.stagedRecords();
  }
}
