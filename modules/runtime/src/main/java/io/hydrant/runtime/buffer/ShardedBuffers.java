package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Origin;
import io.hydrant.core.stream.Admission;
import io.hydrant.runtime.entity.EntityActor;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.Work;
import io.hydrant.runtime.id.StreamId;
import io.hydrant.runtime.kms.KmsLink;
import io.hydrant.runtime.origin.Origins;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** Buffers spread over the cluster. They are remembered: delivery goes on without a call. */
public final class ShardedBuffers implements Buffers {
  private static final EntityTypeKey<BufferMessage> KEY =
      EntityTypeKey.create(BufferMessage.class, "buffer");

  private final ClusterSharding sharding;
  private final Duration timeout;

  private ShardedBuffers(ClusterSharding sharding, Duration timeout) {
    this.sharding = sharding;
    this.timeout = timeout;
  }

  /**
   * @param work makes the work of the buffer with that id
   */
  public static ShardedBuffers start(
      ActorSystem<?> system,
      BufferSettings settings,
      KmsLink kms,
      Function<String, Work<RecordBuffer, BufferEvent, BufferTask>> work,
      Duration timeout) {
    ClusterSharding sharding = ClusterSharding.get(system);
    sharding.init(
        Entity.of(
                KEY,
                entity -> {
                  String id = entity.getEntityId();
                  return BufferActor.create(
                      settings,
                      new BufferKeys(kms, StreamId.arn(id)),
                      EntityActor.create(
                          KIND,
                          id,
                          settings.clock(),
                          settings.spans(),
                          work.apply(id),
                          self -> {}));
                })
            .withStopMessage(new BufferMessage.HandOver())
            .withSettings(ClusterShardingSettings.create(system).withRememberEntities(true)));
    return new ShardedBuffers(sharding, timeout);
  }

  /** A buffer's journal is trimmed when a batch has been delivered. */
  static final EntityKind<RecordBuffer, BufferEvent> KIND =
      new EntityKind<>(
          "buffer",
          BufferEvent.class,
          id -> RecordBuffer.EMPTY,
          Optional.of(
              new EntityKind.CarryOver<>(
                  BufferEvent.BatchDelivered.class,
                  (buffer, now) -> new BufferEvent.BufferCarriedOver(now, buffer))),
          buffer -> false);

  @Override
  public CompletionStage<Reply<List<String>>> put(
      String bufferId, Admission admission, List<Bytes> records) {
    Origin origin = Origins.current();
    return Origins.kept(
        sharding
            .entityRefFor(KEY, bufferId)
            .ask(replyTo -> new BufferMessage.Put(admission, records, origin, replyTo), timeout));
  }

  @Override
  public <O> CompletionStage<Reply<O>> ask(String bufferId, BufferCommand<O> command) {
    return Origins.kept(
        sharding
            .entityRefFor(KEY, bufferId)
            .ask(replyTo -> new BufferMessage.Ask<>(command, replyTo), timeout));
  }
}
