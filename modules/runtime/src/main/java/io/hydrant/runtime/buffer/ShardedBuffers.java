package io.hydrant.runtime.buffer;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.Admission;
import io.hydrant.runtime.entity.EntityActor;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.TaskHandler;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** Buffers spread over the cluster. They are remembered: delivery goes on without a call. */
public final class ShardedBuffers implements Buffers {
  private static final EntityTypeKey<BufferMessage> KEY =
      EntityTypeKey.create(BufferMessage.class, EntityTypes.BUFFER.name());

  /** A put that has no answer after that is sent once more. */
  static final Duration RESENT_AFTER = Duration.ofSeconds(1);

  private static final Duration MOVE_PAUSE = Duration.ofMillis(100);
  private static final Reply<PutResult> HANDING_OVER = Reply.success(new PutResult.HandingOver());

  private final String idPrefix = UUID.randomUUID() + "-";
  private final AtomicLong puts = new AtomicLong();
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
      KmsPort kms,
      Function<String, TaskHandler<RecordBuffer, BufferEvent, BufferTask>> work,
      Duration timeout) {
    ClusterSharding sharding = ClusterSharding.get(system);
    sharding.init(
        Entity.of(
                KEY,
                entity -> {
                  String id = entity.getEntityId();
                  return BufferActor.create(
                      settings,
                      new DataKeyDecryptor(kms, StreamId.arn(id)),
                      EntityActor.create(
                          KIND,
                          id,
                          settings.clock(),
                          settings.spans(),
                          work.apply(id),
                          settings.meters(),
                          self -> {}));
                })
            .withStopMessage(new BufferMessage.Handoff())
            .withSettings(ClusterShardingSettings.create(system).withRememberEntities(true)));
    return new ShardedBuffers(sharding, timeout);
  }

  /** A buffer's journal is trimmed when a batch has been delivered. */
  static final EntityKind<RecordBuffer, BufferEvent> KIND =
      new EntityKind<>(
          EntityTypes.BUFFER,
          Optional.of(
              new EntityKind.Snapshots<>(
                  BufferEvent.BatchDelivered.class,
                  (buffer, now) -> new BufferEvent.BufferSnapshotTaken(now, buffer))),
          buffer -> false);

  @Override
  public CompletionStage<Reply<PutResult>> put(
      String bufferId, Admission admission, List<Bytes> records) {
    String id = idPrefix + puts.incrementAndGet();
    CorrelationContext origin = CorrelationContexts.current();
    EntityRef<BufferMessage> buffer = sharding.entityRefFor(KEY, bufferId);
    return CorrelationContexts.kept(
        untilAnswered(
            () ->
                buffer.ask(
                    replyTo -> new BufferMessage.Put(id, admission, records, origin, replyTo),
                    RESENT_AFTER),
            System.nanoTime() + timeout.minus(RESENT_AFTER).toNanos()));
  }

  /** Messages are lost while a buffer moves from one node to another. */
  private static CompletionStage<Reply<PutResult>> untilAnswered(
      Supplier<CompletionStage<Reply<PutResult>>> send, long lastSendNanos) {
    return send.get()
        .handle(
            (reply, failure) -> {
              boolean moves = failure == null && reply.equals(HANDING_OVER);
              if (System.nanoTime() - lastSendNanos > 0 || (failure == null && !moves)) {
                return failure == null
                    ? CompletableFuture.completedFuture(reply)
                    : CompletableFuture.<Reply<PutResult>>failedFuture(failure);
              }
              Executor pause =
                  CompletableFuture.delayedExecutor(
                      moves ? MOVE_PAUSE.toMillis() : 0, TimeUnit.MILLISECONDS);
              return CompletableFuture.supplyAsync(() -> untilAnswered(send, lastSendNanos), pause)
                  .thenCompose(later -> later);
            })
        .thenCompose(answer -> answer);
  }

  @Override
  public <O> CompletionStage<Reply<O>> ask(String bufferId, BufferCommand<O> command) {
    return CorrelationContexts.kept(
        sharding
            .entityRefFor(KEY, bufferId)
            .ask(replyTo -> new BufferMessage.Ask<>(command, replyTo), timeout));
  }
}
