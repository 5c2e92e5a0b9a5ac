package io.hydrant.runtime.buffer;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.Admission;
import io.hydrant.runtime.entity.EntityActor;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.pattern.Patterns;

/**
 * Spreads buffers over the cluster. Cluster Sharding remembers them, so delivery continues without
 * a call.
 */
public final class ShardedBuffers implements Buffers {
  private static final EntityTypeKey<BufferMessage> KEY =
      EntityTypeKey.create(BufferMessage.class, EntityTypes.BUFFER.name());

  /** The time without an answer after which a put is sent again. */
  static final Duration RESENT_AFTER = Duration.ofSeconds(1);

  static final Duration MOVE_PAUSE = Duration.ofMillis(100);
  private static final Reply<PutResult> HANDING_OVER = Reply.success(new PutResult.HandingOver());

  private final String idPrefix = UUID.randomUUID() + "-";
  private final AtomicLong puts = new AtomicLong();
  private final ActorSystem<?> system;
  private final ClusterSharding sharding;
  private final Duration timeout;

  private ShardedBuffers(ActorSystem<?> system, ClusterSharding sharding, Duration timeout) {
    this.system = system;
    this.sharding = sharding;
    this.timeout = timeout;
  }

  /**
   * Starts the buffers.
   *
   * @param work makes the task handlers
   */
  public static ShardedBuffers start(
      ActorSystem<?> system,
      BufferSettings settings,
      KmsPort kms,
      BufferWork work,
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
                          work.handler(id),
                          settings.meters(),
                          self -> {}));
                })
            .withStopMessage(new BufferMessage.Handoff())
            .withSettings(ClusterShardingSettings.create(system).withRememberEntities(true)));
    return new ShardedBuffers(system, sharding, timeout);
  }

  /** A buffer's journal is trimmed when records were delivered or discarded. */
  static final EntityKind<RecordBuffer, BufferEvent> KIND =
      new EntityKind<>(
          EntityTypes.BUFFER,
          Optional.of(
              new EntityKind.Snapshots<>(
                  (buffer, event) -> event.trimsJournal(buffer),
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
            system,
            () ->
                buffer.ask(
                    replyTo -> new BufferMessage.Put(id, admission, records, origin, replyTo),
                    RESENT_AFTER),
            System.nanoTime() + timeout.minus(RESENT_AFTER).toNanos()));
  }

  /** Sends a put again where it was lost or refused because the buffer moves to another node. */
  static CompletionStage<Reply<PutResult>> untilAnswered(
      ActorSystem<?> system, Supplier<CompletionStage<Reply<PutResult>>> send, long lastSendNanos) {
    BiPredicate<Reply<PutResult>, Throwable> isOpen =
        (reply, failure) ->
            (failure != null || reply.equals(HANDING_OVER))
                && System.nanoTime() - lastSendNanos < 0;
    CompletionStage<Reply<PutResult>> first = send.get();
    return first
        .handle(
            (reply, failure) ->
                isOpen.test(reply, failure)
                    ? Patterns.retry(send::get, isOpen, Integer.MAX_VALUE, MOVE_PAUSE, system)
                    : first)
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
