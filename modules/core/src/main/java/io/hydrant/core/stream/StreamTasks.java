package io.hydrant.core.stream;

import io.hydrant.core.entity.Outstanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What must still happen, as a function of the state alone. Recovery after a crash ends with the
 * same question, so a stream that was ENABLING when the process died goes on.
 */
public final class StreamTasks {
  private StreamTasks() {}

  public static List<Outstanding<StreamTask>> outstanding(StreamState state) {
    List<Outstanding<StreamTask>> tasks = new ArrayList<>();
    if (state instanceof DeliveryStream stream) {
      if (stream.lifecycle() instanceof Lifecycle.DeletingFailed) {
        return tasks;
      }
      if (stream.lifecycle() instanceof Lifecycle.Deleting deleting) {
        deletion(stream, deleting, tasks);
      } else {
        encryption(stream, tasks);
        activation(stream, tasks);
      }
      retirement(stream, tasks);
    }
    return tasks;
  }

  /**
   * What other entities must know of the stream. The stream tells them whenever it comes into
   * memory and when it changes; no event ends these tasks. So what another entity has wrong, for
   * example in a journal of an earlier build, does not stay wrong.
   */
  public static List<StreamTask> onceInMemory(StreamState state) {
    List<StreamTask> tasks = new ArrayList<>();
    if (state instanceof DeliveryStream stream && !isLeaving(stream)) {
      tasks.add(new StreamTask.EnterName(stream.arn(), stream.incarnation(), stream.type()));
      stream.customerKeys().forEach(key -> tasks.add(new StreamTask.HoldClaim(stream.arn(), key)));
    }
    return tasks;
  }

  /** Nothing is left to do but to take the name out. */
  private static boolean isLeaving(DeliveryStream stream) {
    return stream.lifecycle() instanceof Lifecycle.Deleting deleting
        && deleting.bufferEmptied()
        && stream.superseded().isEmpty();
  }

  private static void encryption(DeliveryStream stream, List<Outstanding<StreamTask>> tasks) {
    if (stream.lifecycle() instanceof Lifecycle.CreatingFailed) {
      return;
    }
    if (stream.encryption() instanceof Encryption.Enabling enabling) {
      if (enabling.needsGrant()) {
        tasks.add(
            now(
                new StreamTask.CreateGrant(
                    stream.arn(), stream.incarnation(), enabling.number(), enabling.target())));
      } else {
        tasks.add(
            new Outstanding<>(
                new StreamTask.GenerateDataKey(stream.arn(), enabling.number(), enabling.target()),
                enabling.readyAt()));
      }
    }
    if (stream.encryption() instanceof Encryption.Disabling disabling) {
      tasks.add(new Outstanding<>(new StreamTask.Step(stream.arn()), disabling.readyAt()));
    }
  }

  /** A stream that is created encrypted is ACTIVE once its key is in force. */
  private static void activation(DeliveryStream stream, List<Outstanding<StreamTask>> tasks) {
    if (stream.lifecycle() instanceof Lifecycle.Creating creating
        && !(stream.encryption() instanceof Encryption.Enabling)) {
      tasks.add(new Outstanding<>(new StreamTask.Step(stream.arn()), creating.readyAt()));
    }
  }

  /** "Schedules the grant it had on the old CMK for retirement": first drained, then retired. */
  private static void retirement(DeliveryStream stream, List<Outstanding<StreamTask>> tasks) {
    for (SupersededKey key : stream.superseded()) {
      if (key.awaited().isPresent()) {
        tasks.add(
            now(
                new StreamTask.CreateGrant(
                    stream.arn(), stream.incarnation(), key.number(), key.awaited().get())));
      } else if (!key.drained()) {
        tasks.add(
            new Outstanding<>(
                new StreamTask.AwaitDrained(stream.arn(), stream.incarnation(), key.number()),
                key.since()));
      } else {
        key.grantId()
            .ifPresent(
                grant ->
                    tasks.add(
                        now(
                            new StreamTask.RetireGrant(
                                stream.arn(), key.number(), key.keyArn(), grant))));
      }
    }
  }

  private static void deletion(
      DeliveryStream stream, Lifecycle.Deleting deleting, List<Outstanding<StreamTask>> tasks) {
    if (!deleting.bufferEmptied()) {
      tasks.add(now(new StreamTask.EmptyBuffer(stream.arn(), stream.incarnation())));
    } else if (isLeaving(stream)) {
      tasks.add(now(new StreamTask.Unlist(stream.arn(), stream.incarnation())));
    }
  }

  private static Outstanding<StreamTask> now(StreamTask task) {
    return new Outstanding<>(task, Instant.MIN);
  }
}
