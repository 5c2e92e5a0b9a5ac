package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.AppendResult;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In front of a buffer's entity: puts that arrive while a write is under way go together into the
 * next one (group commit), sealed at the moment they are written, when their places are known.
 */
final class BufferActor extends AbstractBehavior<BufferMessage> {
  private static final Logger LOG = LoggerFactory.getLogger(BufferActor.class);

  private final BufferSettings settings;
  private final DataKeyDecryptor keys;
  private final BufferEntity entity;
  private final RecordIds recordIds = new RecordIds();
  private final DataKeyCache cache;
  private final Set<Integer> asked = new HashSet<>();
  private final PutQueue queue = new PutQueue();
  private final ThroughputGate throughput;
  private Optional<PutGroup> writing = Optional.empty();
  private Tracing.Span storing = Tracing.Span.NONE;
  private Optional<Long> nextPosition = Optional.empty();
  private boolean leaving;

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
      return goOn();
    }

    /** Puts that came are answered first; those that come now must follow the buffer. */
    @Override
    public Behavior<BufferMessage> visit(BufferMessage.Handoff handOver) {
      leaving = true;
      return goOn();
    }
  }

  private Behavior<BufferMessage> onPut(BufferMessage.Put put) {
    if (queue.hasComeBefore(put)) {
      return this;
    }
    if (queue.heldBytes() + put.dataBytes() > settings.waitingBytesMax()) {
      put.replyTo().tell(Reply.failure(StreamErrors.serviceUnavailable("Slow down.")));
      return this;
    }
    if (leaving) {
      put.replyTo().tell(Reply.success(new PutResult.HandingOver()));
      return this;
    }
    Optional<ServiceError> over = throughput.refusal(put);
    if (over.isPresent()) {
      put.replyTo().tell(Reply.failure(over.get()));
      return this;
    }
    queue.came(put);
    Instant now = settings.clock().now();
    Optional<KeyEpoch> epoch = put.admission().sealedUnder();
    if (epoch.isPresent() && cache.ages(epoch.get().number(), now)) {
      askKey(epoch.get());
    }
    if (epoch.isPresent() && cache.get(put.epoch(), now).isEmpty()) {
      queue.park(put.epoch(), List.of(put));
    } else {
      queue.enqueue(put);
      write();
    }
    return this;
  }

  private void askKey(KeyEpoch epoch) {
    if (asked.add(epoch.number())) {
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
    asked.remove(opened.epoch());
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
    return goOn();
  }

  private void write() {
    if (queue.isEmpty() || writing.isPresent() || nextPosition.isEmpty()) {
      return;
    }
    PutGroup group = new PutGroup(nextPosition.get(), queue.takeGroup(settings.writeBytesMax()));
    BufferMessage.Put first = group.puts().get(0);
    Optional<Bytes> key = cache.get(first.epoch(), settings.clock().now());
    if (first.epoch() != 0 && key.isEmpty()) {
      // The key grew old in the queue: ask KMS again before anything is sealed.
      queue.park(first.epoch(), group.puts());
      CorrelationContexts.runIn(
          first.origin(), () -> askKey(first.admission().sealedUnder().orElseThrow()));
      write();
      return;
    }
    writing = Optional.of(group);
    storing = settings.spans().journalWrite("buffer of " + keys.arn(), group::origins);
    entity.append(
        new BufferCommand.AppendRecords(
            group.firstPosition(),
            first.epoch(),
            group.stored(key, keys.arn()),
            group.dataBytes(),
            BufferSettings.policy(first.admission().buffering()),
            settings.pendingBytesMax()));
  }

  private Behavior<BufferMessage> onWritten(BufferMessage.Written written) {
    PutGroup group = writing.orElseThrow();
    writing = Optional.empty();
    if (written.reply().isEmpty()) {
      // It is unknown whether this is stored, so the next position must be read from the journal.
      ServiceError unknown =
          StreamErrors.serviceUnavailable("The journal did not answer in time; try again.");
      storing.ended("NoAnswer");
      group.puts().forEach(put -> unanswered(put, unknown));
      nextPosition = Optional.empty();
      entity.askPosition();
      return goOn();
    }
    written
        .reply()
        .get()
        .fold(
            result -> result.accept(new Appended(group)),
            refusal -> {
              storing.ended(refusal.code());
              group.puts().forEach(put -> queue.answer(put, Reply.failure(refusal)));
              return false;
            });
    write();
    return goOn();
  }

  /** Answers the puts of a write that was not refused. */
  private final class Appended implements AppendResult.Visitor<Boolean> {
    private final PutGroup group;

    private Appended(PutGroup group) {
      this.group = group;
    }

    @Override
    public Boolean visit(AppendResult.Stored stored) {
      storing.ended("OK");
      nextPosition = Optional.of(stored.nextPosition());
      group.acknowledge(
          recordIds, (put, ids) -> queue.answer(put, Reply.success(new PutResult.Stored(ids))));
      return true;
    }

    @Override
    public Boolean visit(AppendResult.EpochFenced fenced) {
      storing.ended("EpochFenced");
      group.puts().forEach(put -> queue.answer(put, Reply.success(new PutResult.EpochFenced())));
      return true;
    }
  }

  private void unanswered(BufferMessage.Put put, ServiceError unknown) {
    CorrelationContexts.runIn(
        put.origin(),
        () -> LOG.warn("The journal did not answer in time for stream {}", keys.arn().name()));
    queue.answer(put, Reply.failure(unknown));
  }

  private Behavior<BufferMessage> goOn() {
    return leaving && queue.heldPuts() == 0 ? Behaviors.stopped() : this;
  }
}
