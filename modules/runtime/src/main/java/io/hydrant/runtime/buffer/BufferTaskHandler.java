package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessingCommand;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.destination.Conversion;
import io.hydrant.core.destination.ObjectNames;
import io.hydrant.core.destination.ObjectPlan;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.StreamTaskResult;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.TaskHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs the tasks of a buffer: names the object for the records that are due, then delivers the
 * batch.
 */
final class BufferTaskHandler implements TaskHandler<RecordBuffer, BufferEvent, BufferTask> {
  private static final Logger LOG = LoggerFactory.getLogger(BufferTaskHandler.class);
  private static final int FAILURES_PER_WARNING = 12;

  private final StreamArn arn;
  private final int generation;
  private final Supplier<Entities<StreamState, StreamEvent>> streams;
  private final BatchDelivery delivery;
  private final RecordProcessing processing;

  /**
   * Creates the handler of one buffer.
   *
   * @param generation of the stream; a later stream of the same name has another generation
   * @param streams supplies the streams, which are started after the buffers
   */
  BufferTaskHandler(
      StreamArn arn,
      int generation,
      Supplier<Entities<StreamState, StreamEvent>> streams,
      BatchDelivery delivery,
      RecordProcessing processing) {
    this.arn = arn;
    this.generation = generation;
    this.streams = streams;
    this.delivery = delivery;
    this.processing = processing;
  }

  @Override
  public List<PendingTask<BufferTask>> outstanding(RecordBuffer buffer) {
    return BufferTask.pendingTasks(buffer);
  }

  @Override
  public CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> perform(
      BufferTask task, RecordBuffer buffer) {
    return streams
        .get()
        .query(StreamId.of(arn), new DeliveryView.Read(generation))
        .thenCompose(
            reply ->
                reply.fold(
                    view -> task.accept(new Performer(buffer, view)),
                    refusal -> {
                      throw new IllegalStateException(refusal.message());
                    }));
  }

  /** Performs a task of a buffer in that state. */
  private final class Performer
      implements BufferTask.Visitor<
          CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>>> {
    private final RecordBuffer buffer;
    private final DeliveryView view;

    Performer(RecordBuffer buffer, DeliveryView view) {
      this.buffer = buffer;
      this.view = view;
    }

    @Override
    public CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> visit(
        BufferTask.NameObject task) {
      if (Processing.of(view.destination()).isStaged()) {
        // An update of the stream came after its last put: these records are processed, too.
        return process(
            new BufferTask.ProcessRecords(
                buffer.pending().oldest().orElseThrow().firstPosition(), 1, 0));
      }
      ObjectPlan plan = plan(Optional.empty(), task.oldest());
      return done(new BufferCommand.PlanBatch(task.batchNumber(), plan.target(), plan.errors()));
    }

    @Override
    public CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> visit(
        BufferTask.ProcessRecords task) {
      return process(task);
    }

    private CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> process(
        BufferTask.ProcessRecords task) {
      return reported(processing.process(task, buffer, view), task, task.failed())
          .thenApply(
              outcome ->
                  Optional.of(
                      outcome.fold(
                          made -> made,
                          reason ->
                              new ProcessingCommand.ProcessingAttemptFailed(
                                  task.firstPosition(),
                                  buffer.stagedRecords().processingEnd(buffer.pending()),
                                  false,
                                  reason))));
    }

    @Override
    public CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> visit(
        BufferTask.NameOutput task) {
      ObjectPlan plan = plan(Optional.of(task.place()), task.oldest());
      return done(
          new ProcessingCommand.PlanOutput(
              task.place(), task.firstPosition(), plan.target(), plan.errors()));
    }

    private CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> done(
        BufferCommand<?> command) {
      return CompletableFuture.completedFuture(Optional.of(command));
    }

    private ObjectPlan plan(Optional<OutputPlace> place, Instant oldest) {
      return ObjectPlan.of(
              view.destination(),
              Conversion.of(view.destination(), view.arn()),
              place,
              new ObjectNames.Facts(view.arn().name(), view.versionId(), oldest, UUID.randomUUID()))
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "Delivery to "
                          + view.destination().type()
                          + " is not implemented; the records stay in the buffer."));
    }

    @Override
    public CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> visit(
        BufferTask.Deliver task) {
      Batch batch = task.batch();
      int failed = buffer.failureOf(batch).map(DeliveryFailure::attempts).orElse(0);
      return reported(delivery.deliver(batch, buffer.of(batch), view), task, failed)
          .thenApply(
              outcome ->
                  Optional.of(
                      outcome.fold(
                          done -> new BufferCommand.BatchUploaded(batch.number()),
                          reason -> new BufferCommand.AttemptFailed(batch.number(), reason))));
    }

    /**
     * Returns the result, or the reason why there is none. Reports to the stream that KMS refuses a
     * data key of its records, or no longer does.
     *
     * @param failed how many attempts have failed before
     */
    private <T> CompletionStage<AttemptOutcome<T>> reported(
        CompletionStage<T> attempt, BufferTask task, int failed) {
      return attempt
          .handle((done, failure) -> new AttemptOutcome<>(done, Optional.ofNullable(failure)))
          .thenCompose(
              outcome -> {
                outcome.reason().ifPresent(reason -> warn(task, failed + 1, reason));
                return keyReport(outcome.cause(), view).thenApply(reported -> outcome);
              });
    }
  }

  private CompletionStage<?> keyReport(Optional<Throwable> failure, DeliveryView view) {
    if (failure.isPresent()) {
      return failure.get() instanceof DataKeyDecryptException refused
          ? report(new StreamTaskResult.DataKeyDecryptFailed(refused.epoch(), refused.kms()))
          : CompletableFuture.completedFuture(NoOutput.class);
    }
    return view.suspended()
        ? report(new StreamTaskResult.DeliveryRecovered())
        : CompletableFuture.completedFuture(NoOutput.class);
  }

  private void warn(BufferTask task, int failures, String reason) {
    if (failures == 1 || failures % FAILURES_PER_WARNING == 0) {
      LOG.warn(
          "{} did not succeed ({} so far), it will be tried again: {}",
          describe(task),
          failures,
          reason);
    }
  }

  private CompletionStage<Reply<NoOutput>> report(StreamTaskResult outcome) {
    return streams
        .get()
        .ask(StreamId.of(arn), new StreamTaskResult.ForGeneration(generation, outcome));
  }

  @Override
  public String describe(BufferTask task) {
    return "Delivery of stream " + arn.name() + task.accept(new TaskText());
  }
}
