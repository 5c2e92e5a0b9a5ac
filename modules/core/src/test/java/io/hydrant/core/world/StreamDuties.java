package io.hydrant.core.world;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.KeyClaimCommand;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.Lifecycle;
import io.hydrant.core.stream.StreamOutcome;
import io.hydrant.core.stream.StreamTask;
import java.time.Duration;
import java.util.Optional;

/** Does what a stream owes, as the real shell does, and says what came of it. */
record StreamDuties(World world) {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Empty: nothing came of it, it is to be tried again. */
  Optional<StreamOutcome> perform(StreamTask task) {
    if (task instanceof StreamTask.CreateGrant create) {
      Reply<String> answer = world.kms().createGrant(create);
      return Optional.of(
          new StreamOutcome.GrantAnswered(create.epoch(), create.target().keyArn(), answer));
    }
    if (task instanceof StreamTask.GenerateDataKey generate) {
      return Optional.of(
          new StreamOutcome.DataKeyAnswered(
              generate.epoch(),
              world
                  .kms()
                  .generateDataKey(
                      generate.target().keyArn(), generate.arn().toString(), generate.epoch()),
              world.pace().propagation()));
    }
    if (task instanceof StreamTask.AwaitDrained drained) {
      return when(
          world.sabotaged(Sabotage.RETIRES_EARLY) || fenced(drained),
          new StreamOutcome.Drained(drained.epoch()));
    }
    if (task instanceof StreamTask.RetireGrant retire) {
      return retire(retire);
    }
    if (task instanceof StreamTask.EmptyBuffer empty) {
      return when(emptied(empty), new StreamOutcome.BufferEmptied());
    }
    if (task instanceof StreamTask.Unlist unlist) {
      world.remove(
          new DirectoryCommand.RemoveName(unlist.arn().name().value(), unlist.incarnation()));
      return Optional.of(new StreamOutcome.Unlisted());
    }
    if (task instanceof StreamTask.EnterName enter) {
      if (!world.sabotaged(Sabotage.NEVER_ENTERS_A_NAME_AGAIN)) {
        world.enter(
            DirectoryCommand.EnterName.ofExisting(
                enter.arn().name().value(),
                enter.type(),
                enter.arn().account(),
                enter.incarnation()));
      }
      return Optional.of(new StreamOutcome.Told());
    }
    if (task instanceof StreamTask.HoldClaim claim) {
      if (!world.sabotaged(Sabotage.NEVER_CLAIMS_AGAIN)) {
        world
            .claims(claim.keyArn())
            .ask(
                KeyClaimCommand.ClaimKey.held(claim.keyArn(), claim.arn().toString()), world.now());
      }
      return Optional.of(new StreamOutcome.Told());
    }
    return Optional.of(new StreamOutcome.Stepped(world.pace().propagation()));
  }

  /** Only a deletion is told of a refusal; a stream that goes on tries again. */
  private Optional<StreamOutcome> retire(StreamTask.RetireGrant task) {
    Optional<Refusal> refused =
        world.sabotaged(Sabotage.KEEPS_GRANTS)
            ? Optional.empty()
            : world.kms().retireGrant(task.keyArn(), task.grantId());
    if (refused.isEmpty()) {
      return Optional.of(new StreamOutcome.GrantRetired(task.epoch(), task.grantId()));
    }
    boolean deleting =
        world.stream(task.arn().name().value()).state() instanceof DeliveryStream stream
            && stream.lifecycle() instanceof Lifecycle.Deleting ending
            && ending.bufferEmptied();
    return when(deleting, new StreamOutcome.GrantNotRetired(task.epoch(), refused.get()));
  }

  private boolean fenced(StreamTask.AwaitDrained task) {
    return world
        .buffer(task.arn().name().value(), task.incarnation())
        .ask(new BufferCommand.FenceEpoch(task.epoch()), world.now())
        .fold(yes -> yes, refusal -> false);
  }

  private boolean emptied(StreamTask.EmptyBuffer task) {
    return world
        .buffer(task.arn().name().value(), task.incarnation())
        .ask(new BufferCommand.CloseBuffer(GRACE), world.now())
        .fold(yes -> yes, refusal -> false);
  }

  private static Optional<StreamOutcome> when(boolean yes, StreamOutcome outcome) {
    return yes ? Optional.of(outcome) : Optional.empty();
  }
}
