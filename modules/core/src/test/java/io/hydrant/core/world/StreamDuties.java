package io.hydrant.core.world;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.KeyClaimCommand;
import io.hydrant.core.stream.GrantRetirement;
import io.hydrant.core.stream.StreamOutcome;
import io.hydrant.core.stream.StreamTask;
import java.time.Duration;
import java.util.Optional;

/**
 * Does what a stream owes, as the real shell does, and says what came of it. Empty: nothing came of
 * it, it is to be tried again.
 */
record StreamDuties(World world) implements StreamTask.Visitor<Optional<StreamOutcome>> {
  private static final Duration GRACE = Duration.ofSeconds(10);

  @Override
  public Optional<StreamOutcome> visit(StreamTask.CreateGrant task) {
    Reply<String> answer = world.kms().createGrant(task);
    return Optional.of(
        new StreamOutcome.GrantAnswered(task.epoch(), task.target().keyArn(), answer));
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.GenerateDataKey task) {
    return Optional.of(
        new StreamOutcome.DataKeyAnswered(
            task.epoch(),
            world
                .kms()
                .generateDataKey(task.target().keyArn(), task.arn().toString(), task.epoch()),
            world.pace().propagation()));
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.AwaitDrained task) {
    return when(
        world.sabotaged(Sabotage.RETIRES_EARLY) || fenced(task),
        new StreamOutcome.Drained(task.epoch()));
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.RetireGrant task) {
    Reply<Empty> answer =
        world.sabotaged(Sabotage.KEEPS_GRANTS)
            ? Reply.success(new Empty())
            : world
                .kms()
                .retireGrant(task.keyArn(), task.grantId())
                .<Reply<Empty>>map(Reply::failure)
                .orElseGet(() -> Reply.success(new Empty()));
    return GrantRetirement.outcome(world.stream(task.arn().name().value()).state(), task, answer)
        .fold(Optional::of, refusal -> Optional.empty());
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.EmptyBuffer task) {
    return when(emptied(task), new StreamOutcome.BufferEmptied());
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.EnterName task) {
    if (!world.sabotaged(Sabotage.NEVER_ENTERS_A_NAME_AGAIN)) {
      world.enter(
          DirectoryCommand.EnterName.ofExisting(
              task.arn().name().value(), task.type(), task.arn().account(), task.incarnation()));
    }
    return Optional.of(new StreamOutcome.Told());
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.HoldClaim task) {
    if (!world.sabotaged(Sabotage.NEVER_CLAIMS_AGAIN)) {
      world
          .claims(task.keyArn())
          .ask(KeyClaimCommand.ClaimKey.held(task.keyArn(), task.arn().toString()), world.now());
    }
    return Optional.of(new StreamOutcome.Told());
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.Unlist task) {
    world.remove(new DirectoryCommand.RemoveName(task.arn().name().value(), task.incarnation()));
    return Optional.of(new StreamOutcome.Unlisted());
  }

  @Override
  public Optional<StreamOutcome> visit(StreamTask.Step task) {
    return Optional.of(new StreamOutcome.Stepped(world.pace().propagation()));
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
