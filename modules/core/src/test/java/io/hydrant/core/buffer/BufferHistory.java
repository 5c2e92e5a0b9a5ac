package io.hydrant.core.buffer;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One buffer with a clock: commands decide on it, and their events are kept. */
final class BufferHistory {
  static final BufferingPolicy POLICY = new BufferingPolicy(100, 60);
  static final S3ObjectLocation TARGET = new S3ObjectLocation("bucket", "key", "UNCOMPRESSED");
  static final long PENDING_BYTES_MAX = 1000;

  private final List<BufferEvent> events = new ArrayList<>();
  private Optional<BufferingPolicy> processing = Optional.empty();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** From now on the stream of the records processes them. */
  void process(Optional<BufferingPolicy> policy) {
    processing = policy;
  }

  List<BufferEvent> events() {
    return List.copyOf(events);
  }

  RecordBuffer buffer() {
    return Fold.fold(RecordBuffer.EMPTY, events);
  }

  /** Returns the end of the records that are processed next. */
  long processingEnd() {
    return buffer().stagedRecords().processingEnd(buffer().pending());
  }

  <O> Reply<O> handle(BufferCommand<O> command) {
    Decision<BufferEvent, O> decision = command.decide(buffer(), now);
    events.addAll(decision.events());
    return decision.reply();
  }

  /** Appends one record of this size. */
  Reply<AppendResult> append(int epoch, int bytes) {
    return append(epoch, 1, bytes);
  }

  /** Appends records in one write. */
  Reply<AppendResult> append(int epoch, int records, int bytes) {
    return handle(
        new BufferCommand.AppendRecords(
            buffer().nextPosition(),
            epoch,
            Collections.nCopies(records, Bytes.wrap(new byte[bytes])),
            (long) records * bytes,
            POLICY,
            processing,
            PENDING_BYTES_MAX));
  }

  void plan(long number) {
    handle(new BufferCommand.PlanBatch(number, TARGET, Optional.empty()));
  }

  void uploaded(long number) {
    handle(new BufferCommand.BatchUploaded(number));
  }

  void failed(long number, String reason) {
    handle(new BufferCommand.AttemptFailed(number, reason));
  }

  Reply<Boolean> fence(int epoch) {
    return handle(new BufferCommand.FenceEpoch(epoch));
  }

  Reply<Boolean> close(Duration grace) {
    return handle(new BufferCommand.CloseBuffer(grace));
  }
}
