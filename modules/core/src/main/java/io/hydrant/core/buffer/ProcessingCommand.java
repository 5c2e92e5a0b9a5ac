package io.hydrant.core.buffer;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands of a buffer whose records are processed before they are delivered. */
public sealed interface ProcessingCommand extends BufferCommand<NoOutput> {

  /**
   * Replaces the oldest records by what processing made of them. A late result does nothing.
   *
   * @param firstPosition the position of the first record that was processed
   * @param endPosition the first position that was not processed
   * @param firstMade the position for which the first of the processed records is sealed
   * @param intervalFromNow whether the buffering interval begins with the end of the processing, as
   *     after a Lambda function; else it began with the arrival of the records
   */
  record StoreProcessed(
      long firstPosition,
      long endPosition,
      long firstMade,
      List<ProcessedRecords> made,
      boolean intervalFromNow)
      implements ProcessingCommand {
    public StoreProcessed {
      made = List.copyOf(made);
    }

    @Override
    public Decision<BufferEvent, NoOutput> decide(RecordBuffer buffer, Instant now) {
      if (!isCurrent(buffer, firstPosition, endPosition)
          || firstMade != buffer.stagedRecords().nextPosition()) {
        return Decision.answer(new NoOutput());
      }
      List<ProcessedRecords> stamped = intervalFromNow ? stamped(now) : made;
      return Decision.store(
          new ProcessingEvent.RecordsProcessed(now, endPosition, stamped), new NoOutput());
    }

    private List<ProcessedRecords> stamped(Instant now) {
      return made.stream()
          .map(
              each ->
                  new ProcessedRecords(each.place(), each.policy(), each.chunk().processedAt(now)))
          .toList();
    }
  }

  /**
   * Records a failed attempt to process the oldest records. They are given up a day after the first
   * failed attempt; a late report does nothing.
   *
   * @param byProcessor whether a processor failed; else the records did not get so far
   * @param reason in a sentence without secrets
   */
  record ProcessingAttemptFailed(
      long firstPosition, long endPosition, boolean byProcessor, String reason)
      implements ProcessingCommand {
    @Override
    public Decision<BufferEvent, NoOutput> decide(RecordBuffer buffer, Instant now) {
      return isCurrent(buffer, firstPosition, endPosition)
          ? Decision.store(event(buffer, now), new NoOutput())
          : Decision.answer(new NoOutput());
    }

    private BufferEvent event(RecordBuffer buffer, Instant now) {
      Optional<FailedProcessing> before = buffer.stagedRecords().failure();
      int attempts = before.map(each -> each.failure().attempts()).orElse(0) + 1;
      int byProcessors = before.map(FailedProcessing::byProcessor).orElse(0);
      Instant since = before.map(each -> each.failure().since()).orElse(now);
      return ProcessingRetry.next(since, attempts, now)
          .<BufferEvent>map(
              retryAt ->
                  new ProcessingEvent.ProcessingAttemptFailed(
                      now,
                      new FailedProcessing(
                          endPosition,
                          byProcessor ? byProcessors + 1 : byProcessors,
                          new DeliveryFailure(since, attempts, retryAt, reason))))
          .orElseGet(
              () ->
                  new ProcessingEvent.ProcessingGivenUp(
                      now, endPosition, endPosition - firstPosition, reason));
    }
  }

  /**
   * Begins the batch of a place that is due, under the object name chosen for it; a late plan does
   * nothing.
   *
   * @param firstPosition the position of the oldest record for which the name was chosen
   * @param errors the object of records that cannot be converted; empty where none is
   */
  record PlanOutput(
      OutputPlace place,
      long firstPosition,
      S3ObjectLocation target,
      Optional<S3ObjectLocation> errors)
      implements ProcessingCommand {
    @Override
    public Decision<BufferEvent, NoOutput> decide(RecordBuffer buffer, Instant now) {
      return buffer
          .stagedRecords()
          .at(place)
          .filter(output -> output.firstPosition() == firstPosition && isDue(buffer, output, now))
          .map(output -> Decision.store(planned(buffer, output, now), new NoOutput()))
          .orElseGet(() -> Decision.answer(new NoOutput()));
    }

    private static boolean isDue(RecordBuffer buffer, OutputBuffer output, Instant now) {
      return new BufferSchedule(buffer)
          .batchDue(output)
          .filter(at -> !now.isBefore(at))
          .isPresent();
    }

    private BufferEvent planned(RecordBuffer buffer, OutputBuffer output, Instant now) {
      List<AppendedRecords> taken = output.pending().firstChunks(output.policy().sizeBytes());
      long end = taken.get(taken.size() - 1).nextPosition();
      return new BufferEvent.BatchPlanned(
          now, new Batch(buffer.nextBatch(), end, target, now, Optional.of(place), errors));
    }
  }

  private static boolean isCurrent(RecordBuffer buffer, long firstPosition, long endPosition) {
    return buffer.batch().isEmpty()
        && buffer
            .pending()
            .oldest()
            .filter(oldest -> oldest.firstPosition() == firstPosition)
            .isPresent()
        && endPosition <= buffer.nextPosition();
  }
}
