package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.destination.ObjectNames;
import io.hydrant.core.destination.S3Target;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs the tasks of a buffer: names the object for the records that are due, then delivers the
 * batch.
 */
public final class BufferTaskHandler implements TaskHandler<RecordBuffer, BufferEvent, BufferTask> {
  private static final Logger LOG = LoggerFactory.getLogger(BufferTaskHandler.class);
  private static final int FAILURES_PER_WARNING = 12;
  private static final int REASON_LENGTH_MAX = 1000;

  private final StreamArn arn;
  private final int generation;
  private final Supplier<Entities<StreamState, StreamEvent>> streams;
  private final BatchDelivery delivery;

  /**
   * Creates the handler of one buffer.
   *
   * @param generation of the stream; a later stream of the same name has another generation
   * @param streams supplies the streams, which are started after the buffers
   */
  public BufferTaskHandler(
      StreamArn arn,
      int generation,
      Supplier<Entities<StreamState, StreamEvent>> streams,
      BatchDelivery delivery) {
    this.arn = arn;
    this.generation = generation;
    this.streams = streams;
    this.delivery = delivery;
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
      return CompletableFuture.completedFuture(Optional.of(nameObject(task, view)));
    }

    @Override
    public CompletionStage<Optional<Command<RecordBuffer, BufferEvent, ?>>> visit(
        BufferTask.Deliver task) {
      Batch batch = task.batch();
      int failedBefore = buffer.failure().map(DeliveryFailure::attempts).orElse(0);
      return delivery
          .deliver(batch, buffer.of(batch), view)
          .handle((done, failure) -> Optional.ofNullable(failure).map(BufferTaskHandler::cause))
          .thenCompose(
              failure ->
                  report(failure, view)
                      .thenApply(reported -> Optional.of(outcome(task, failedBefore, failure))));
    }
  }

  /** Reports to the stream that KMS refuses a data key of its records, or no longer does. */
  private CompletionStage<?> report(Optional<Throwable> failure, DeliveryView view) {
    if (failure.isPresent()) {
      return failure.get() instanceof DataKeyDecryptException refused
          ? report(new StreamTaskResult.DataKeyDecryptFailed(refused.epoch(), refused.kms()))
          : CompletableFuture.completedFuture(NoOutput.class);
    }
    return view.suspended()
        ? report(new StreamTaskResult.DeliveryRecovered())
        : CompletableFuture.completedFuture(NoOutput.class);
  }

  private BufferCommand<NoOutput> outcome(
      BufferTask.Deliver task, int failedBefore, Optional<Throwable> failure) {
    Batch batch = task.batch();
    if (failure.isEmpty()) {
      return new BufferCommand.BatchUploaded(batch.number());
    }
    String reason = reason(failure.get());
    int failures = failedBefore + 1;
    if (failures == 1 || failures % FAILURES_PER_WARNING == 0) {
      LOG.warn(
          "{} did not succeed ({} so far), it will be tried again: {}",
          describe(task),
          failures,
          reason);
    }
    return new BufferCommand.AttemptFailed(batch.number(), reason);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static String reason(Throwable failure) {
    String reason =
        Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    return reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
  }

  private CompletionStage<Reply<NoOutput>> report(StreamTaskResult outcome) {
    return streams
        .get()
        .ask(StreamId.of(arn), new StreamTaskResult.ForGeneration(generation, outcome));
  }

  private static BufferCommand.PlanBatch nameObject(BufferTask.NameObject task, DeliveryView view) {
    S3Target target =
        S3Target.of(view.destination())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Delivery to "
                            + view.destination().type()
                            + " is not implemented; the records stay in the buffer."));
    String key =
        ObjectNames.name(
            target, view.arn().name(), view.versionId(), task.oldest(), UUID.randomUUID());
    return new BufferCommand.PlanBatch(
        task.batchNumber(), new S3ObjectLocation(target.bucket(), key, target.compression()));
  }

  @Override
  public String describe(BufferTask task) {
    return "Delivery of stream " + arn.name() + task.accept(new Destination());
  }

  /** Describes the object, if the batch has one. */
  private static final class Destination implements BufferTask.Visitor<String> {
    @Override
    public String visit(BufferTask.NameObject task) {
      return "";
    }

    @Override
    public String visit(BufferTask.Deliver task) {
      S3ObjectLocation target = task.batch().target();
      return " to s3://" + target.bucket() + "/" + target.key();
    }
  }
}
