package io.hydrant.runtime.stream;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Outstanding;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.KeyClaimCommand;
import io.hydrant.core.quota.KeyClaimEvent;
import io.hydrant.core.quota.KeyClaims;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.KmsFailures;
import io.hydrant.core.stream.Lifecycle;
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
    return outcome(task, state).thenApply(came -> came.map(outcome -> addressed(state, outcome)));
  }

  /** By the time it comes, another stream may have the name. */
  private static StreamOutcome addressed(StreamState state, StreamOutcome outcome) {
    return state instanceof DeliveryStream stream
        ? new StreamOutcome.OfIncarnation(stream.incarnation(), outcome)
        : outcome;
  }

  private CompletionStage<Optional<StreamOutcome>> outcome(StreamTask task, StreamState state) {
    if (task instanceof StreamTask.CreateGrant create) {
      return createGrant(create);
    }
    if (task instanceof StreamTask.GenerateDataKey generate) {
      return generateDataKey(generate);
    }
    if (task instanceof StreamTask.RetireGrant retire) {
      return retireGrant(retire, beingDeleted(state));
    }
    if (task instanceof StreamTask.AwaitDrained drained) {
      return buffers
          .ask(
              StreamId.of(drained.arn(), drained.incarnation()),
              new BufferCommand.FenceEpoch(drained.epoch()))
          .thenApply(reply -> whenTrue(reply, new StreamOutcome.Drained(drained.epoch())));
    }
    if (task instanceof StreamTask.EmptyBuffer empty) {
      return buffers
          .ask(
              StreamId.of(empty.arn(), empty.incarnation()),
              new BufferCommand.CloseBuffer(DELETION_GRACE))
          .thenApply(reply -> whenTrue(reply, new StreamOutcome.BufferEmptied()));
    }
    if (task instanceof StreamTask.Unlist unlist) {
      return directories
          .ask(
              StreamId.directory(unlist.arn()),
              new DirectoryCommand.RemoveName(unlist.arn().name().value(), unlist.incarnation()))
          .thenApply(reply -> Optional.of(new StreamOutcome.Unlisted()));
    }
    if (task instanceof StreamTask.EnterName enter) {
      return directories
          .ask(
              StreamId.directory(enter.arn()),
              DirectoryCommand.EnterName.ofExisting(
                  enter.arn().name().value(),
                  enter.type(),
                  enter.arn().account(),
                  enter.incarnation()))
          .thenApply(reply -> Optional.of(new StreamOutcome.Told()));
    }
    if (task instanceof StreamTask.HoldClaim claim) {
      return keyClaims
          .ask(
              claim.keyArn(), KeyClaimCommand.ClaimKey.held(claim.keyArn(), claim.arn().toString()))
          .thenApply(reply -> Optional.of(new StreamOutcome.Told()));
    }
    return CompletableFuture.completedFuture(Optional.of(new StreamOutcome.Stepped(propagation)));
  }

  private CompletionStage<Optional<StreamOutcome>> createGrant(StreamTask.CreateGrant task) {
    String keyArn = task.target().keyArn();
    return kms.createGrant(task.target().caller(), keyArn, task.arn(), task.grantName())
        .thenApply(
            answer -> Optional.of(new StreamOutcome.GrantAnswered(task.epoch(), keyArn, answer)));
  }

  private CompletionStage<Optional<StreamOutcome>> generateDataKey(
      StreamTask.GenerateDataKey task) {
    return kms.generateDataKey(task.target().type(), task.target().keyArn(), task.arn())
        .thenApply(
            answer ->
                Optional.of(
                    new StreamOutcome.DataKeyAnswered(
                        task.epoch(), answer.map(KmsLink.DataKey::wrapped), propagation)));
  }

  private static boolean beingDeleted(StreamState state) {
    return state instanceof DeliveryStream stream
        && stream.lifecycle() instanceof Lifecycle.Deleting deleting
        && deleting.bufferEmptied();
  }

  /** A deletion fails when KMS refuses for the key's sake; everything else is tried again. */
  private CompletionStage<Optional<StreamOutcome>> retireGrant(
      StreamTask.RetireGrant task, boolean deleting) {
    return kms.retireGrant(task.keyArn(), task.grantId(), task.arn())
        .thenApply(
            answer ->
                answer.fold(
                    done ->
                        Optional.of(new StreamOutcome.GrantRetired(task.epoch(), task.grantId())),
                    refusal -> {
                      if (deleting && !KmsFailures.isIssueOfKms(refusal)) {
                        return Optional.of(
                            new StreamOutcome.GrantNotRetired(task.epoch(), refusal));
                      }
                      throw new IllegalStateException(
                          "KMS refuses: " + refusal.code() + ": " + refusal.message());
                    }));
  }

  private static Optional<StreamOutcome> whenTrue(Reply<Boolean> reply, StreamOutcome outcome) {
    return reply.fold(yes -> yes ? Optional.of(outcome) : Optional.empty(), no -> Optional.empty());
  }

  @Override
  public String describe(StreamTask task) {
    if (task instanceof StreamTask.RetireGrant retire) {
      return "Retiring grant " + retire.grantId() + " of stream " + retire.arn();
    }
    return task.toString();
  }
}
