package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.AppendResult;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.destination.BufferingHints;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.Admission;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.EntityMessage;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.stream.KeyEpochs;
import io.hydrant.runtime.tracing.Tracing;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A buffer's actor between a journal and a KMS that answer when the test says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BufferActorFixture {
  static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  static final Duration DATA_KEY_CACHE = Duration.ofMinutes(5);
  static final Bytes KEY = Bytes.wrap(new byte[32]);
  static final Admission CLEAR =
      new Admission(1, Optional.empty(), BufferingHints.DEFAULT, Optional.empty());
  static final long WAITING_BYTES_MAX = 100;
  static final long WRITE_BYTES_MAX = 20;
  static final ServiceError DISABLED = new ServiceError("DisabledException", "the key is disabled");

  final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  final ManualTime time = ManualTime.get(kit.system());
  ServiceClock clock = new ServiceClock();
  TestProbe<EntityMessage<RecordBuffer, BufferEvent>> journal = kit.createTestProbe();
  TestProbe<Reply<PutResult>> client = kit.createTestProbe();
  BlockingQueue<CompletableFuture<Reply<Bytes>>> kms = new LinkedBlockingQueue<>();
  Optional<ActorRef<BufferMessage>> actor = Optional.empty();

  @BeforeEach
  void start() {
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    clock = new ServiceClock(() -> noon);
    journal = kit.createTestProbe();
    client = kit.createTestProbe();
    kms = new LinkedBlockingQueue<>();
    spawn(false);
  }

  void spawn(boolean throughputLimited) {
    BufferSettings settings =
        new BufferSettings(
            clock,
            DATA_KEY_CACHE,
            1_000,
            WAITING_BYTES_MAX,
            WRITE_BYTES_MAX,
            throughputLimited,
            RuntimeMetrics.NONE,
            Tracing.NONE);
    ActorRef<EntityMessage<RecordBuffer, BufferEvent>> to = journal.getRef();
    actor =
        Optional.of(
            kit.spawn(
                BufferActor.create(
                    settings,
                    new DataKeyDecryptor(kms(), STREAM),
                    Behaviors.receiveMessage(
                        message -> {
                          to.tell(message);
                          return Behaviors.same();
                        }))));
  }

  KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("decrypt");
              CompletableFuture<Reply<Bytes>> answer = new CompletableFuture<>();
              kms.add(answer);
              return answer;
            });
  }

  @AfterEach
  void stop() {
    kit.stop(actor.orElseThrow());
  }

  @AfterAll
  void stopAll() {
    kit.shutdownTestKit();
  }

  static Optional<KeyEpoch> epoch(int number) {
    return Optional.of(KeyEpochs.of(number));
  }

  void put(String id, Optional<KeyEpoch> key, String... records) {
    put(id, new Admission(1, key, BufferingHints.DEFAULT, Optional.empty()), records);
  }

  void put(String id, Admission admission, String... records) {
    put(id, admission, Arrays.stream(records).map(Bytes::ofUtf8).toList());
  }

  void put(String id, Admission admission, List<Bytes> records) {
    actor
        .orElseThrow()
        .tell(
            new BufferMessage.Put(
                id, admission, records, CorrelationContext.NONE, client.getRef()));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  void put(String... records) {
    put(newId(), Optional.empty(), records);
  }

  void putSealed(int epoch, String... records) {
    put(newId(), epoch(epoch), records);
  }

  // The test knows what the next command answers.
  @SuppressWarnings("unchecked")
  <O> EntityMessage.Execute<RecordBuffer, BufferEvent, O> command() {
    return (EntityMessage.Execute<RecordBuffer, BufferEvent, O>) journal.receiveMessage();
  }

  /** The journal says where the next record goes. */
  void ready(long position) {
    EntityMessage.Execute<RecordBuffer, BufferEvent, Long> asked = command();
    assertThat(asked.command()).isEqualTo(new BufferCommand.NextPosition());
    asked.replyTo().tell(Reply.success(position));
  }

  /** A write that the journal has not answered. */
  record Write(BufferCommand.AppendRecords command, ActorRef<Reply<AppendResult>> replyTo) {
    List<String> records() {
      return command.records().stream()
          .map(each -> new String(each.toArray(), StandardCharsets.UTF_8))
          .toList();
    }

    void stored() {
      long next = command.firstPosition() + command.records().size();
      replyTo.tell(Reply.success(new AppendResult.Stored(next)));
    }
  }

  Write write() {
    EntityMessage.Execute<RecordBuffer, BufferEvent, AppendResult> asked = command();
    return new Write((BufferCommand.AppendRecords) asked.command(), asked.replyTo());
  }

  List<String> ids() {
    return ((PutResult.Stored) result()).recordIds();
  }

  PutResult result() {
    return client
        .receiveMessage()
        .fold(
            result -> result,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  ServiceError refusal() {
    return client
        .receiveMessage()
        .fold(
            ids -> {
              throw new AssertionError(ids);
            },
            refusal -> refusal);
  }

  CompletableFuture<Reply<Bytes>> kmsQuestion() throws InterruptedException {
    CompletableFuture<Reply<Bytes>> question = kms.poll(10, TimeUnit.SECONDS);
    assertThat(question).as("a question to KMS").isNotNull();
    return question;
  }

  /** Everything sent so far has been handled: a command passes through the actor behind it. */
  void settle() {
    actor
        .orElseThrow()
        .tell(new BufferMessage.Ask<>(new BufferCommand.CountFlushing(), kit.system().ignoreRef()));
    assertThat(this.<Long>command().command()).isEqualTo(new BufferCommand.CountFlushing());
  }

  /** The first write under a key that KMS has just opened. */
  void warm(int epoch) throws InterruptedException {
    putSealed(epoch, "first");
    kmsQuestion().complete(Reply.success(KEY));
    write().stored();
    assertThat(ids()).hasSize(1);
  }
}
