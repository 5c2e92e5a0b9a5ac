package io.hydrant.core.stream;

import io.hydrant.core.entity.PendingTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Returns the pending tasks, which follow from the state alone. Recovery after a crash ends with
 * the same question, so a stream that was ENABLING when the process died goes on.
 */
public final class StreamTasks {
  private StreamTasks() {}

  public static List<PendingTask<StreamTask>> pendingTasks(StreamState state) {
    return state instanceof DeliveryStream stream
        ? stream.lifecycle().accept(new InLifecycle(stream)).toList()
        : List.of();
  }

  /**
   * Returns what other entities must know about the stream. The stream sends it each time it is
   * loaded, and again when the content changes, so that a mismatch heals.
   */
  public static List<StreamTask> onceInMemory(StreamState state) {
    List<StreamTask> tasks = new ArrayList<>();
    if (state instanceof DeliveryStream stream && !isLeaving(stream)) {
      tasks.add(new StreamTask.RegisterName(stream.arn(), stream.generation(), stream.type()));
      stream
          .customerKeys()
          .forEach(key -> tasks.add(new StreamTask.ConfirmKeyReservation(stream.arn(), key)));
    }
    return tasks;
  }

  /** Returns whether the removal of its name is all that is left. */
  private static boolean isLeaving(DeliveryStream stream) {
    return stream.lifecycle() instanceof Lifecycle.Deleting deleting
        && deleting.bufferEmptied()
        && stream.retiringKeys().isEmpty();
  }

  /** The tasks of a stream, by its lifecycle. */
  private record InLifecycle(DeliveryStream stream)
      implements Lifecycle.Visitor<Stream<PendingTask<StreamTask>>> {
    @Override
    public Stream<PendingTask<StreamTask>> visit(Lifecycle.Creating creating) {
      return Stream.of(encryption(), activation(creating), retirement()).flatMap(each -> each);
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Lifecycle.CreatingFailed failed) {
      return retirement();
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Lifecycle.Active active) {
      return Stream.concat(encryption(), retirement());
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Lifecycle.Deleting deleting) {
      return Stream.concat(deletion(deleting), retirement());
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Lifecycle.DeletingFailed failed) {
      return Stream.empty();
    }

    private Stream<PendingTask<StreamTask>> encryption() {
      return stream.encryption().accept(new InEncryption(stream));
    }

    /** A stream that is created encrypted is ACTIVE once its key is in force. */
    private Stream<PendingTask<StreamTask>> activation(Lifecycle.Creating creating) {
      return stream.encryption() instanceof Encryption.Enabling
          ? Stream.empty()
          : Stream.of(
              new PendingTask<>(
                  new StreamTask.CompleteTransition(stream.arn()), creating.readyAt()));
    }

    private Stream<PendingTask<StreamTask>> deletion(Lifecycle.Deleting deleting) {
      if (!deleting.bufferEmptied()) {
        return Stream.of(now(new StreamTask.DrainBuffer(stream.arn(), stream.generation())));
      }
      return isLeaving(stream)
          ? Stream.of(now(new StreamTask.DeregisterName(stream.arn(), stream.generation())))
          : Stream.empty();
    }

    /** "Schedules the grant it had on the old CMK for retirement": first drained, then retired. */
    private Stream<PendingTask<StreamTask>> retirement() {
      return stream.retiringKeys().stream().flatMap(this::retirement);
    }

    private Stream<PendingTask<StreamTask>> retirement(RetiringKey key) {
      if (key.awaited().isPresent()) {
        return Stream.of(
            now(
                new StreamTask.CreateGrant(
                    stream.arn(), stream.generation(), key.number(), key.awaited().get())));
      }
      if (!key.drained()) {
        return Stream.of(
            new PendingTask<>(
                new StreamTask.AwaitDrained(stream.arn(), stream.generation(), key.number()),
                key.since()));
      }
      return key.grantId().stream()
          .map(
              grant ->
                  now(new StreamTask.RetireGrant(stream.arn(), key.number(), key.keyArn(), grant)));
    }
  }

  /** The tasks of a stream that is not being deleted, by the state of its encryption. */
  private record InEncryption(DeliveryStream stream)
      implements Encryption.Visitor<Stream<PendingTask<StreamTask>>> {
    @Override
    public Stream<PendingTask<StreamTask>> visit(Encryption.Disabled disabled) {
      return Stream.empty();
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Encryption.Enabling enabling) {
      return Stream.of(
          enabling.needsGrant()
              ? now(
                  new StreamTask.CreateGrant(
                      stream.arn(), stream.generation(), enabling.number(), enabling.target()))
              : new PendingTask<>(
                  new StreamTask.GenerateDataKey(
                      stream.arn(), enabling.number(), enabling.target()),
                  enabling.readyAt()));
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Encryption.Enabled enabled) {
      return Stream.empty();
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Encryption.EnablingFailed failed) {
      return Stream.empty();
    }

    @Override
    public Stream<PendingTask<StreamTask>> visit(Encryption.Disabling disabling) {
      return Stream.of(
          new PendingTask<>(new StreamTask.CompleteTransition(stream.arn()), disabling.readyAt()));
    }
  }

  private static PendingTask<StreamTask> now(StreamTask task) {
    return new PendingTask<>(task, Instant.MIN);
  }
}
