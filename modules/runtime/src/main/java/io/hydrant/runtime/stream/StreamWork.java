package io.hydrant.runtime.stream;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Outstanding;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.KeyClaimCommand;
import io.hydrant.core.quota.KeyClaimEvent;
import io.hydrant.core.quota.KeyClaims;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.GrantRetirement;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamOutcome;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.StreamTask;
import io.hydrant.core.stream.StreamTasks;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.entity.Work;
import io.hydrant.runtime.id.StreamId;
import io.hydrant.runtime.kms.KmsLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Does what a stream owes, mostly at KMS. */
public final class StreamWork implements Work<StreamState, StreamEvent, StreamTask> {
  /** How long a stream that is being deleted tries to deliver what it holds. */
  private static final Duration DELETION_GRACE = Duration.ofSeconds(10);

  private final KmsLink kms;
  private final Buffers buffers;
  private final EntityRegion<StreamDirectory, DirectoryEvent> directories;
  private final EntityRegion<KeyClaims, KeyClaimEvent> keyClaims;
  private final Duration propagation;

  /**
   * @param propagation how long ENABLED and DISABLED take to reach all records
   */
  public StreamWork(
      KmsLink kms,
      Buffers buffers,
      EntityRegion<StreamDirectory, DirectoryEvent> directories,
      EntityRegion<KeyClaims, KeyClaimEvent> keyClaims,
      Duration propagation) {
    this.kms = kms;
    this.buffers = buffers;
    this.directories = directories;
    this.keyClaims = keyClaims;
    this.propagation = propagation;
  }

  @Override
  public List<Outstanding<StreamTask>> outstanding(StreamState state) {
    return StreamTasks.outstanding(state);
  }

  @Override
  public List<StreamTask> onceInMemory(StreamState state) {
    return StreamTasks.onceInMemory(state);
  }

  @Override
  public CompletionStage<Optional<Command<StreamState, StreamEvent, ?>>> perform(
      StreamTask task, StreamState state) {
    return task.accept(new Doing(state))
        .thenApply(came -> came.map(outcome -> addressed(state, outcome)));
  }

  /** By the time it comes, another stream may have the name. */
  private static StreamOutcome addressed(StreamState state, StreamOutcome outcome) {
    return state instanceof DeliveryStream stream
        ? new StreamOutcome.OfIncarnation(stream.incarnation(), outcome)
        : outcome;
  }

  /** Does the task of a stream in that state; each method gives what came of it. */
  private final class Doing
      implements StreamTask.Visitor<CompletionStage<Optional<StreamOutcome>>> {
    private final StreamState state;

    Doing(StreamState state) {
      this.state = state;
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.CreateGrant task) {
      String keyArn = task.target().keyArn();
      return kms.createGrant(task.target().caller(), keyArn, task.arn(), task.grantName())
          .thenApply(
              answer -> Optional.of(new StreamOutcome.GrantAnswered(task.epoch(), keyArn, answer)));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.GenerateDataKey task) {
      return kms.generateDataKey(task.target().type(), task.target().keyArn(), task.arn())
          .thenApply(
              answer ->
                  Optional.of(
                      new StreamOutcome.DataKeyAnswered(
                          task.epoch(), answer.map(KmsLink.DataKey::wrapped), propagation)));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.AwaitDrained task) {
      return buffers
          .ask(
              StreamId.of(task.arn(), task.incarnation()),
              new BufferCommand.FenceEpoch(task.epoch()))
          .thenApply(reply -> whenTrue(reply, new StreamOutcome.Drained(task.epoch())));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.RetireGrant task) {
      return kms.retireGrant(task.keyArn(), task.grantId(), task.arn())
          .thenApply(
              answer ->
                  GrantRetirement.outcome(state, task, answer)
                      .fold(Optional::of, StreamWork::triedAgain));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.EmptyBuffer task) {
      return buffers
          .ask(
              StreamId.of(task.arn(), task.incarnation()),
              new BufferCommand.CloseBuffer(DELETION_GRACE))
          .thenApply(reply -> whenTrue(reply, new StreamOutcome.BufferEmptied()));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.Unlist task) {
      return directories
          .ask(
              StreamId.directory(task.arn()),
              new DirectoryCommand.RemoveName(task.arn().name().value(), task.incarnation()))
          .thenApply(reply -> Optional.of(new StreamOutcome.Unlisted()));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.EnterName task) {
      return directories
          .ask(
              StreamId.directory(task.arn()),
              DirectoryCommand.EnterName.ofExisting(
                  task.arn().name().value(), task.type(), task.arn().account(), task.incarnation()))
          .thenApply(reply -> Optional.of(new StreamOutcome.Told()));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.HoldClaim task) {
      return keyClaims
          .ask(task.keyArn(), KeyClaimCommand.ClaimKey.held(task.keyArn(), task.arn().toString()))
          .thenApply(reply -> Optional.of(new StreamOutcome.Told()));
    }

    @Override
    public CompletionStage<Optional<StreamOutcome>> visit(StreamTask.Step task) {
      return CompletableFuture.completedFuture(Optional.of(new StreamOutcome.Stepped(propagation)));
    }
  }

  private static Optional<StreamOutcome> triedAgain(Refusal refusal) {
    throw new IllegalStateException("KMS refuses: " + refusal.code() + ": " + refusal.message());
  }

  private static Optional<StreamOutcome> whenTrue(Reply<Boolean> reply, StreamOutcome outcome) {
    return reply.fold(yes -> yes ? Optional.of(outcome) : Optional.empty(), no -> Optional.empty());
  }

  @Override
  public String describe(StreamTask task) {
    return task.accept(new StreamTaskLine());
  }
}
