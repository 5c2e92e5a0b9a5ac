package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.ProcessingCommand;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.processing.BatchFailure;
import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Pipelines;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Decrypts the oldest records of a buffer and sends them through the stream's processors.
 *
 * @param reports the attempts and their results
 * @param blocking runs processors, which block while they call other services
 */
record RecordProcessing(
    RecordOpener opener,
    Pipelines pipelines,
    ServiceClock clock,
    DeliveryReports reports,
    Executor blocking) {

  CompletionStage<ProcessingCommand> process(
      BufferTask.ProcessRecords task, RecordBuffer buffer, DeliveryView view) {
    CorrelationContext origin = CorrelationContexts.current();
    return opener
        .open(buffer.pending().before(buffer.stagedRecords().processingEnd(buffer.pending())), view)
        .thenApplyAsync(
            opened -> CorrelationContexts.runIn(origin, () -> process(task, opened, buffer, view)),
            blocking)
        .whenComplete(
            (made, failure) ->
                Optional.ofNullable(failure)
                    .ifPresent(cause -> reports.processingFailed(view, cause)));
  }

  private ProcessingCommand process(
      BufferTask.ProcessRecords task,
      OpenedRecords opened,
      RecordBuffer buffer,
      DeliveryView view) {
    try {
      Processed processed =
          pipelines
              .of(view.destination(), view.arn(), reports.processors(view))
              .process(inputs(opened), task.attempt());
      long firstMade = buffer.stagedRecords().nextPosition();
      OutputSorter sorter = new OutputSorter(view, buffer, clock.now());
      List<ProcessedRecords> made = sorter.sorted(opened, processed, firstMade);
      reports.sorted(view, sorter.beyondPartitionsLimit());
      boolean afterLambda = Processing.of(view.destination()).lambda().isPresent();
      return new ProcessingCommand.StoreProcessed(
          task.firstPosition(),
          buffer.stagedRecords().processingEnd(buffer.pending()),
          firstMade,
          made,
          afterLambda);
    } catch (BatchFailure failure) {
      return new ProcessingCommand.ProcessingAttemptFailed(
          task.firstPosition(),
          buffer.stagedRecords().processingEnd(buffer.pending()),
          true,
          failure.code() + ": " + failure.getMessage());
    }
  }

  private static List<PipelineRecord> inputs(OpenedRecords opened) {
    return opened.records().stream()
        .map(each -> PipelineRecord.of(recordId(each.position()), each.arrivedAt(), each.data()))
        .toList();
  }

  /** The id of a record in an invocation, in AWS's form. It is not the id that a put returns. */
  private static String recordId(long position) {
    return String.format(Locale.ROOT, "49%054d000000", position);
  }
}
