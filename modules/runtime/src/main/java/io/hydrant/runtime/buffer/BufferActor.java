package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.StreamErrors;
import io.hydrant.runtime.entity.EntityMessage;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Writes puts to a buffer's entity. Puts that arrive during a write go together into the next one
 * (group commit). Records are sealed when they are written, because their positions are known then.
 */
final class BufferActor extends AbstractBehavior<BufferMessage> {
  private final BufferSettings settings;
  private final DataKeyDecryptor keys;
  private final BufferEntity entity;
  private final RecordIds recordIds = new RecordIds();
  private final DataKeyCache cache;
  private final Set<Integer> requestedKeys = new HashSet<>();
  private final PutQueue queue = new PutQueue();
  private final ThroughputGate throughput;
  private Optional<PendingWrite> writing = Optional.empty();
  private Optional<Long> nextPosition = Optional.empty();
  private boolean handingOver;

  private BufferActor(
      ActorContext<BufferMessage> context,
      BufferSettings settings,
      DataKeyDecryptor keys,
      Behavior<EntityMessage<RecordBuffer, BufferEvent>> entity) {
    super(context);
    this.settings = settings;
    this.keys = keys;
    this.cache = new DataKeyCache(settings.dataKeyCache());
    this.entity = BufferEntity.spawn(context, entity);
    this.throughput = ThroughputGate.of(settings, keys.arn().region());
    this.entity.askPosition();
  }

  static Behavior<BufferMessage> create(
      BufferSettings settings,
      DataKeyDecryptor keys,
      Behavior<EntityMessage<RecordBuffer, BufferEvent>> entity) {
    return Behaviors.setup(context -> new BufferActor(context, settings, keys, entity));
  }

  @Override
  public Receive<BufferMessage> createReceive() {
    return newReceiveBuilder().onAnyMessage(each -> each.accept(new Handlers())).build();
  }

  private final class Handlers implements BufferMessage.Visitor<Behavior<BufferMessage>> {
    @Override
    public Behavior<BufferMessage> visit(BufferMessage.Put put) {
      return CorrelationContexts.runIn(put.origin(), () -> onPut(put));
    }

    @Override
    public <O> Behavior<BufferMessage> visit(BufferMessage.Ask<O> ask) {
      entity.forward(ask);
      return BufferActor.this;
    }

    @Override
    public Behavior<BufferMessage> visit(BufferMessage.KeyOpened opened) {
      return onKeyOpened(opened);
    }

    @Override
    public Behavior<BufferMessage> visit(BufferMessage.Written written) {
      return onWritten(written);
    }

    @Override
    public Behavior<BufferMessage> visit(BufferMessage.Ready ready) {
      nextPosition = ready.nextPosition();
      if (nextPosition.isEmpty()) {
        entity.askPosition();
      }
      write();
      return stopIfHandedOver();
    }

    /** Answers the puts that it has, then stops; later puts are sent again to the new node. */
    @Override
    public Behavior<BufferMessage> visit(BufferMessage.Handoff handoff) {
      handingOver = true;
      return stopIfHandedOver();
    }
  }

  private Behavior<BufferMessage> onPut(BufferMessage.Put put) {
    if (queue.isDuplicate(put)) {
      return this;
    }
    if (queue.heldBytes() + put.dataBytes() > settings.waitingBytesMax()) {
      put.replyTo().tell(Reply.failure(StreamErrors.serviceUnavailable("Slow down.")));
      return this;
    }
    if (handingOver) {
      put.replyTo().tell(Reply.success(new PutResult.HandingOver()));
      return this;
    }
    Optional<ServiceError> over = throughput.refusal(put);
    if (over.isPresent()) {
      put.replyTo().tell(Reply.failure(over.get()));
      return this;
    }
    queue.accept(put);
    Instant now = settings.clock().now();
    Optional<KeyEpoch> epoch = put.admission().sealedUnder();
    if (epoch.isPresent() && cache.isAging(epoch.get().number(), now)) {
      requestKey(epoch.get());
    }
    if (epoch.isPresent() && cache.get(put.epoch(), now).isEmpty()) {
      queue.park(put.epoch(), List.of(put));
    } else {
      queue.enqueue(put);
      write();
    }
    return this;
  }

  private void requestKey(KeyEpoch epoch) {
    if (requestedKeys.add(epoch.number())) {
      Instant askedAt = settings.clock().now();
      getContext()
          .pipeToSelf(
              keys.open(epoch),
              (key, failure) -> {
                if (failure != null) {
                  return new BufferMessage.KeyOpened(
                      epoch.number(),
                      askedAt,
                      Reply.failure(
                          StreamErrors.serviceUnavailable("KMS did not answer; try again.")));
                }
                return new BufferMessage.KeyOpened(epoch.number(), askedAt, key);
              });
    }
  }

  private Behavior<BufferMessage> onKeyOpened(BufferMessage.KeyOpened opened) {
    requestedKeys.remove(opened.epoch());
    List<BufferMessage.Put> waiting = queue.unpark(opened.epoch());
    opened
        .key()
        .fold(
            key -> {
              cache.keep(opened.epoch(), key, opened.askedAt());
              queue.enqueue(waiting);
              return true;
            },
            refusal -> {
              cache.drop(opened.epoch());
              waiting.forEach(put -> queue.answer(put, Reply.failure(refusal)));
              return false;
            });
    write();
    return stopIfHandedOver();
  }

  private void write() {
    if (queue.isEmpty() || writing.isPresent() || nextPosition.isEmpty()) {
      return;
    }
    PutGroup group = new PutGroup(nextPosition.get(), queue.takeGroup(settings.writeBytesMax()));
    BufferMessage.Put first = group.puts().get(0);
    Optional<Bytes> key = cache.get(first.epoch(), settings.clock().now());
    if (first.epoch() != 0 && key.isEmpty()) {
      // The key expired while the puts were queued, so KMS is asked again before the records are
      // sealed.
      queue.park(first.epoch(), group.puts());
      CorrelationContexts.runIn(
          first.origin(), () -> requestKey(first.admission().sealedUnder().orElseThrow()));
      write();
      return;
    }
    Tracing.Span span = settings.spans().journalWrite("buffer of " + keys.arn(), group::origins);
    writing = Optional.of(new PendingWrite(group, span, queue, recordIds, keys.arn()));
    entity.append(
        new BufferCommand.AppendRecords(
            group.firstPosition(),
            first.epoch(),
            group.stored(key, keys.arn()),
            group.dataBytes(),
            BufferSettings.policy(first.admission().buffering()),
            first.admission().processing(),
            settings.pendingBytesMax()));
  }

  private Behavior<BufferMessage> onWritten(BufferMessage.Written written) {
    nextPosition = writing.orElseThrow().complete(written.reply());
    writing = Optional.empty();
    if (nextPosition.isEmpty()) {
      entity.askPosition();
    }
    write();
    return stopIfHandedOver();
  }

  private Behavior<BufferMessage> stopIfHandedOver() {
    return handingOver && queue.heldPuts() == 0 ? Behaviors.stopped() : this;
  }
}
