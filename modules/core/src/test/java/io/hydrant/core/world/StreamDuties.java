package io.hydrant.core.world;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.KeyStreamQuotaCommand;
import io.hydrant.core.stream.GrantRetirement;
import io.hydrant.core.stream.StreamTask;
import io.hydrant.core.stream.StreamTaskResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Does what a stream owes, as the real shell does, and says what came of it. Empty: nothing came of
 * it, it is to be tried again.
 */
record StreamDuties(World world) implements StreamTask.Visitor<Optional<StreamTaskResult>> {
  private static final Duration GRACE = Duration.ofSeconds(10);

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.CreateGrant task) {
    Reply<String> answer = world.kms().createGrant(task);
    return Optional.of(
        new StreamTaskResult.CreateGrantCompleted(task.epoch(), task.target().keyArn(), answer));
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.GenerateDataKey task) {
    return Optional.of(
        new StreamTaskResult.GenerateDataKeyCompleted(
            task.epoch(),
            world
                .kms()
                .generateDataKey(task.target().keyArn(), task.arn().toString(), task.epoch()),
            world.pace().propagation()));
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.AwaitDrained task) {
    return when(
        world.sabotaged(Sabotage.RETIRES_EARLY) || fenced(task),
        new StreamTaskResult.Drained(task.epoch()));
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.RetireGrant task) {
    Reply<NoOutput> answer =
        world.sabotaged(Sabotage.KEEPS_GRANTS)
            ? Reply.success(new NoOutput())
            : world
                .kms()
                .retireGrant(task.keyArn(), task.grantId())
                .<Reply<NoOutput>>map(Reply::failure)
                .orElseGet(() -> Reply.success(new NoOutput()));
    return GrantRetirement.outcome(world.stream(task.arn().name().value()).state(), task, answer)
        .fold(Optional::of, error -> Optional.empty());
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.DrainBuffer task) {
    return when(emptied(task), new StreamTaskResult.BufferDrained());
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.RegisterName task) {
    if (!world.sabotaged(Sabotage.NEVER_ENTERS_A_NAME_AGAIN)) {
      world.enter(
          DirectoryCommand.RegisterName.ofExisting(
              task.arn().name().value(), task.type(), task.arn().account(), task.generation()));
    }
    return Optional.of(new StreamTaskResult.Acknowledged());
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.ConfirmKeyReservation task) {
    if (!world.sabotaged(Sabotage.NEVER_RESERVES_AGAIN)) {
      world
          .reservations(task.keyArn())
          .ask(
              KeyStreamQuotaCommand.ReserveKey.held(task.keyArn(), task.arn().toString()),
              world.now());
    }
    return Optional.of(new StreamTaskResult.Acknowledged());
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.DeregisterName task) {
    world.remove(new DirectoryCommand.DeregisterName(task.arn().name().value(), task.generation()));
    return Optional.of(new StreamTaskResult.NameDeregistered());
  }

  @Override
  public Optional<StreamTaskResult> visit(StreamTask.CompleteTransition task) {
    return Optional.of(new StreamTaskResult.TransitionDue(world.pace().propagation()));
  }

  private boolean fenced(StreamTask.AwaitDrained task) {
    return world
        .buffer(task.arn().name().value(), task.generation())
        .ask(new BufferCommand.FenceEpoch(task.epoch()), world.now())
        .fold(yes -> yes, error -> false);
  }

  private boolean emptied(StreamTask.DrainBuffer task) {
    return world
        .buffer(task.arn().name().value(), task.generation())
        .ask(new BufferCommand.CloseBuffer(GRACE), world.now())
        .fold(yes -> yes, error -> false);
  }

  private static Optional<StreamTaskResult> when(boolean yes, StreamTaskResult outcome) {
    return yes ? Optional.of(outcome) : Optional.empty();
  }
}
