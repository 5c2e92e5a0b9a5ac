package io.hydrant.core.buffer;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands of a buffer. */
public sealed interface BufferCommand<O> extends Command<RecordBuffer, BufferEvent, O>
    permits BufferCommand.Summarize,
        BufferCommand.NextPosition,
        BufferCommand.AppendRecords,
        BufferCommand.PlanBatch,
        BufferCommand.RequestFlush,
        BufferCommand.CountFlushing,
        BufferCommand.BatchUploaded,
        BufferCommand.AttemptFailed,
        BufferCommand.FenceEpoch,
        BufferCommand.CloseBuffer,
        ProcessingCommand {

  /** Reads the summary. */
  record Summarize() implements BufferCommand<BufferSummary> {
    @Override
    public Decision<BufferEvent, BufferSummary> decide(RecordBuffer buffer, Instant now) {
      return Decision.answer(BufferSummary.of(buffer));
    }
  }

  /** Reads the position of the next record. */
  record NextPosition() implements BufferCommand<Long> {
    @Override
    public Decision<BufferEvent, Long> decide(RecordBuffer buffer, Instant now) {
      return Decision.answer(buffer.nextPosition());
    }
  }

  /**
   * Stores records in one write.
   *
   * @param firstPosition the position that they were sealed for
   * @param epoch the key epoch they are sealed in; 0 for plaintext
   * @param processing when the records are processed; empty for a stream that processes none
   * @param pendingBytesMax the size of the data that the buffer may hold
   */
  record AppendRecords(
      long firstPosition,
      int epoch,
      List<Bytes> records,
      long dataBytes,
      BufferingPolicy policy,
      Optional<BufferingPolicy> processing,
      long pendingBytesMax)
      implements BufferCommand<AppendResult> {
    public AppendRecords {
      records = List.copyOf(records);
    }

    @Override
    public Decision<BufferEvent, AppendResult> decide(RecordBuffer buffer, Instant now) {
      if (buffer.closingSince().isPresent()) {
        return Decision.refuse(BufferErrors.closing());
      }
      if (epoch != 0 && epoch <= buffer.fence()) {
        return Decision.answer(new AppendResult.EpochFenced());
      }
      if (buffer.pendingBytes() + dataBytes > pendingBytesMax) {
        return Decision.refuse(BufferErrors.full(pendingBytesMax));
      }
      AppendedRecords chunk = new AppendedRecords(now, firstPosition, epoch, records, dataBytes);
      return Decision.store(
          new BufferEvent.RecordsAppended(now, chunk, policy, processing),
          new AppendResult.Stored(chunk.nextPosition()));
    }
  }

  /**
   * Begins the batch that is due, under the object name chosen for it; a late plan does nothing.
   *
   * @param errors the object of records that cannot be converted; empty where none is
   */
  record PlanBatch(long number, S3ObjectLocation target, Optional<S3ObjectLocation> errors)
      implements BufferCommand<NoOutput> {
    @Override
    public Decision<BufferEvent, NoOutput> decide(RecordBuffer buffer, Instant now) {
      boolean due =
          new BufferSchedule(buffer).batchDue().filter(at -> !now.isBefore(at)).isPresent();
      if (!due || number != buffer.nextBatch()) {
        return Decision.answer(new NoOutput());
      }
      List<AppendedRecords> taken =
          buffer.pending().firstChunks(buffer.policy().orElseThrow().sizeBytes());
      long end = taken.get(taken.size() - 1).nextPosition();
      Batch batch = new Batch(number, end, target, now, Optional.empty(), errors);
      return Decision.store(new BufferEvent.BatchPlanned(now, batch), new NoOutput());
    }
  }

  /** Requests the immediate delivery of all pending records; answers their number. */
  record RequestFlush() implements BufferCommand<Long> {
    @Override
    public Decision<BufferEvent, Long> decide(RecordBuffer buffer, Instant now) {
      BufferSchedule schedule = new BufferSchedule(buffer);
      long records = Math.max(buffer.pendingRecords(), buffer.stagedRecords().backupCount());
      boolean flushing = schedule.flushingRecords() == schedule.allRecords();
      return flushing && !schedule.waitsForAttempt(now)
          ? Decision.answer(records)
          : Decision.store(new BufferEvent.FlushRequested(now, buffer.nextPosition()), records);
    }
  }

  /** Counts the records of requested flushes that are still pending. */
  record CountFlushing() implements BufferCommand<Long> {
    @Override
    public Decision<BufferEvent, Long> decide(RecordBuffer buffer, Instant now) {
      return Decision.answer(new BufferSchedule(buffer).flushingRecords());
    }
  }

  /** Ends the batch of this number; a second report of the same upload does nothing. */
  record BatchUploaded(long number) implements BufferCommand<NoOutput> {
    @Override
    public Decision<BufferEvent, NoOutput> decide(RecordBuffer buffer, Instant now) {
      return new BufferSchedule(buffer).batch(number).isPresent()
          ? Decision.store(new BufferEvent.BatchDelivered(now, number), new NoOutput())
          : Decision.answer(new NoOutput());
    }
  }

  /**
   * Records a failed attempt to deliver the batch of this number. The records are given up a day
   * after the first failed attempt; a report about another batch does nothing.
   *
   * @param reason in a sentence without secrets
   */
  record AttemptFailed(long number, String reason) implements BufferCommand<NoOutput> {
    @Override
    public Decision<BufferEvent, NoOutput> decide(RecordBuffer buffer, Instant now) {
      return new BufferSchedule(buffer)
          .batch(number)
          .map(batch -> Decision.store(event(buffer, batch, now), new NoOutput()))
          .orElse(Decision.answer(new NoOutput()));
    }

    private BufferEvent event(RecordBuffer buffer, Batch batch, Instant now) {
      Optional<DeliveryFailure> before = buffer.failureOf(batch);
      int attempts = before.map(DeliveryFailure::attempts).orElse(0) + 1;
      Instant since = before.map(DeliveryFailure::since).orElse(now);
      return DeliveryRetry.next(since, attempts, now)
          .<BufferEvent>map(
              retryAt ->
                  new BufferEvent.DeliveryAttemptFailed(
                      now, number, new DeliveryFailure(since, attempts, retryAt, reason)))
          .orElseGet(
              () ->
                  new BufferEvent.DeliveryGivenUp(
                      now, number, recordCount(buffer.of(batch)), attempts, reason));
    }

    private static long recordCount(List<AppendedRecords> chunks) {
      return chunks.stream().mapToLong(chunk -> chunk.records().size()).sum();
    }
  }

  /**
   * Answers true once no pending record is sealed in the epoch or an older one; such records are
   * refused from then on.
   */
  record FenceEpoch(int epoch) implements BufferCommand<Boolean> {
    @Override
    public Decision<BufferEvent, Boolean> decide(RecordBuffer buffer, Instant now) {
      if (new BufferSchedule(buffer)
          .allPending()
          .anyMatch(chunk -> chunk.epoch() != 0 && chunk.epoch() <= epoch)) {
        return Decision.answer(false);
      }
      return buffer.fence() >= epoch
          ? Decision.answer(true)
          : Decision.store(new BufferEvent.EpochFenced(now, epoch), true);
    }
  }

  /**
   * Prepares the deletion of the stream: answers true once no record is pending. Records that
   * cannot be delivered within {@code grace} are discarded ("it doesn't make any guarantees with
   * respect to delivering the data").
   */
  record CloseBuffer(Duration grace) implements BufferCommand<Boolean> {
    @Override
    public Decision<BufferEvent, Boolean> decide(RecordBuffer buffer, Instant now) {
      if (buffer.closingSince().isEmpty()) {
        return Decision.store(new BufferEvent.BufferCloseRequested(now), buffer.isEmpty());
      }
      if (buffer.isEmpty()) {
        return Decision.answer(true);
      }
      if (now.isBefore(buffer.closingSince().orElseThrow().plus(grace))) {
        return Decision.answer(false);
      }
      return Decision.store(new BufferEvent.RecordsDiscarded(now, buffer.pendingRecords()), true);
    }
  }
}
