package io.hydrant.runtime.stream;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaCommand;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.GrantRetirement;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.StreamTask;
import io.hydrant.core.stream.StreamTaskResult;
import io.hydrant.core.stream.StreamTasks;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.TaskHandler;
import io.hydrant.runtime.kms.KmsPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Performs the tasks of a stream, mostly by calls to KMS. */
public final class StreamTaskHandler implements TaskHandler<StreamState, StreamEvent, StreamTask> {
  /** The time for which a stream that is being deleted tries to deliver its records. */
  private static final Duration DELETION_GRACE = Duration.ofSeconds(10);

  private final KmsPort kms;
  private final Buffers buffers;
  private final Entities<StreamDirectory, DirectoryEvent> directories;
  private final Entities<KeyStreamQuota, KeyStreamQuotaEvent> keyClaims;
  private final Duration propagation;

  /**
   * Creates the handler of all streams.
   *
   * @param propagation how long ENABLED and DISABLED take to reach all records
   */
  public StreamTaskHandler(
      KmsPort kms,
      Buffers buffers,
      Entities<StreamDirectory, DirectoryEvent> directories,
      Entities<KeyStreamQuota, KeyStreamQuotaEvent> keyClaims,
      Duration propagation) {
    this.kms = kms;
    this.buffers = buffers;
    this.directories = directories;
    this.keyClaims = keyClaims;
    this.propagation = propagation;
  }

  @Override
  public List<PendingTask<StreamTask>> outstanding(StreamState state) {
    return StreamTasks.pendingTasks(state);
  }

  @Override
  public List<StreamTask> onceInMemory(StreamState state) {
    return StreamTasks.onceInMemory(state);
  }

  @Override
  public CompletionStage<Optional<Command<StreamState, StreamEvent, ?>>> perform(
      StreamTask task, StreamState state) {
    return task.accept(new Performer(state))
        .thenApply(result -> result.map(outcome -> addressed(state, outcome)));
  }

  /** Addresses the result to one generation, because another stream may have the name by now. */
  private static StreamTaskResult addressed(StreamState state, StreamTaskResult outcome) {
    return state instanceof DeliveryStream stream
        ? new StreamTaskResult.ForGeneration(stream.generation(), outcome)
        : outcome;
  }

  /** Performs a task of a stream in that state; each method returns the result. */
  private final class Performer
      implements StreamTask.Visitor<CompletionStage<Optional<StreamTaskResult>>> {
    private final StreamState state;

    Performer(StreamState state) {
      this.state = state;
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.CreateGrant task) {
      String keyArn = task.target().keyArn();
      return kms.createGrant(task.target().caller(), keyArn, task.arn(), task.grantName())
          .thenApply(
              answer ->
                  Optional.of(
                      new StreamTaskResult.CreateGrantCompleted(task.epoch(), keyArn, answer)));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.GenerateDataKey task) {
      return kms.generateDataKey(task.target().type(), task.target().keyArn(), task.arn())
          .thenApply(
              answer ->
                  Optional.of(
                      new StreamTaskResult.GenerateDataKeyCompleted(
                          task.epoch(), answer.map(KmsPort.DataKey::wrapped), propagation)));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.AwaitDrained task) {
      return buffers
          .ask(
              StreamId.of(task.arn(), task.generation()),
              new BufferCommand.FenceEpoch(task.epoch()))
          .thenApply(reply -> whenTrue(reply, new StreamTaskResult.Drained(task.epoch())));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.RetireGrant task) {
      return kms.retireGrant(task.keyArn(), task.grantId(), task.arn())
          .thenApply(
              answer ->
                  GrantRetirement.outcome(state, task, answer)
                      .fold(Optional::of, StreamTaskHandler::retry));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.DrainBuffer task) {
      return buffers
          .ask(
              StreamId.of(task.arn(), task.generation()),
              new BufferCommand.CloseBuffer(DELETION_GRACE))
          .thenApply(reply -> whenTrue(reply, new StreamTaskResult.BufferDrained()));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.DeregisterName task) {
      return directories
          .ask(
              StreamId.directory(task.arn()),
              new DirectoryCommand.DeregisterName(task.arn().name().value(), task.generation()))
          .thenApply(reply -> Optional.of(new StreamTaskResult.NameDeregistered()));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.RegisterName task) {
      return directories
          .ask(
              StreamId.directory(task.arn()),
              DirectoryCommand.RegisterName.ofExisting(
                  task.arn().name().value(), task.type(), task.arn().account(), task.generation()))
          .thenApply(reply -> Optional.of(new StreamTaskResult.Acknowledged()));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(
        StreamTask.ConfirmKeyReservation task) {
      return keyClaims
          .ask(
              task.keyArn(),
              KeyStreamQuotaCommand.ReserveKey.held(task.keyArn(), task.arn().toString()))
          .thenApply(reply -> Optional.of(new StreamTaskResult.Acknowledged()));
    }

    @Override
    public CompletionStage<Optional<StreamTaskResult>> visit(StreamTask.CompleteTransition task) {
      return CompletableFuture.completedFuture(
          Optional.of(new StreamTaskResult.TransitionDue(propagation)));
    }
  }

  private static Optional<StreamTaskResult> retry(ServiceError refusal) {
    throw new IllegalStateException("KMS refuses: " + refusal.code() + ": " + refusal.message());
  }

  private static Optional<StreamTaskResult> whenTrue(
      Reply<Boolean> reply, StreamTaskResult outcome) {
    return reply.fold(yes -> yes ? Optional.of(outcome) : Optional.empty(), no -> Optional.empty());
  }

  @Override
  public String describe(StreamTask task) {
    return task.accept(new StreamTaskDescription());
  }
}
