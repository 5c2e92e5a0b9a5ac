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
import io.hydrant.core.quota.Throughput;
import io.hydrant.core.stream.Admission;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.EntityMessage;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.Tracing;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The actor between a journal and a KMS that answer when the test says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BufferActorTest {
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Duration DATA_KEY_CACHE = Duration.ofMinutes(5);
  private static final Bytes KEY = Bytes.wrap(new byte[32]);
  private static final Admission CLEAR = new Admission(1, Optional.empty(), BufferingHints.DEFAULT);
  private static final long WAITING_BYTES_MAX = 100;
  private static final long WRITE_BYTES_MAX = 20;
  private static final ServiceError DISABLED =
      new ServiceError("DisabledException", "the key is disabled");

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private ServiceClock clock = new ServiceClock();
  private TestProbe<EntityMessage<RecordBuffer, BufferEvent>> journal = kit.createTestProbe();
  private TestProbe<Reply<PutResult>> client = kit.createTestProbe();
  private BlockingQueue<CompletableFuture<Reply<Bytes>>> kms = new LinkedBlockingQueue<>();
  private Optional<ActorRef<BufferMessage>> actor = Optional.empty();

  @BeforeEach
  void start() {
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    clock = new ServiceClock(() -> noon);
    journal = kit.createTestProbe();
    client = kit.createTestProbe();
    kms = new LinkedBlockingQueue<>();
    spawn(false);
  }

  private void spawn(boolean throughputLimited) {
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

  private KmsPort kms() {
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

  private static Optional<KeyEpoch> epoch(int number) {
    return Optional.of(
        new KeyEpoch(
            number,
            KeyType.CUSTOMER_MANAGED_CMK,
            "arn:aws:kms:us-east-1:000000000000:key/a",
            Optional.of("grant"),
            Bytes.ofUtf8("wrapped")));
  }

  private void put(String id, Optional<KeyEpoch> key, String... records) {
    put(id, new Admission(1, key, BufferingHints.DEFAULT), records);
  }

  private void put(String id, Admission admission, String... records) {
    put(id, admission, Arrays.stream(records).map(Bytes::ofUtf8).toList());
  }

  private void put(String id, Admission admission, List<Bytes> records) {
    actor
        .orElseThrow()
        .tell(
            new BufferMessage.Put(
                id, admission, records, CorrelationContext.NONE, client.getRef()));
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private void put(String... records) {
    put(newId(), Optional.empty(), records);
  }

  private void putSealed(int epoch, String... records) {
    put(newId(), epoch(epoch), records);
  }

  // The test knows what the next command answers.
  @SuppressWarnings("unchecked")
  private <O> EntityMessage.Execute<RecordBuffer, BufferEvent, O> command() {
    return (EntityMessage.Execute<RecordBuffer, BufferEvent, O>) journal.receiveMessage();
  }

  /** The journal says where the next record goes. */
  private void ready(long position) {
    EntityMessage.Execute<RecordBuffer, BufferEvent, Long> asked = command();
    assertThat(asked.command()).isEqualTo(new BufferCommand.NextPosition());
    asked.replyTo().tell(Reply.success(position));
  }

  /** A write that the journal has not answered. */
  private record Write(BufferCommand.AppendRecords command, ActorRef<Reply<AppendResult>> replyTo) {
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

  private Write write() {
    EntityMessage.Execute<RecordBuffer, BufferEvent, AppendResult> asked = command();
    return new Write((BufferCommand.AppendRecords) asked.command(), asked.replyTo());
  }

  private List<String> ids() {
    return ((PutResult.Stored) result()).recordIds();
  }

  private PutResult result() {
    return client
        .receiveMessage()
        .fold(
            result -> result,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  private ServiceError refusal() {
    return client
        .receiveMessage()
        .fold(
            ids -> {
              throw new AssertionError(ids);
            },
            refusal -> refusal);
  }

  private CompletableFuture<Reply<Bytes>> kmsQuestion() throws InterruptedException {
    CompletableFuture<Reply<Bytes>> question = kms.poll(10, TimeUnit.SECONDS);
    assertThat(question).as("a question to KMS").isNotNull();
    return question;
  }

  /** Everything sent so far has been handled: a command passes through the actor behind it. */
  private void settle() {
    actor
        .orElseThrow()
        .tell(new BufferMessage.Ask<>(new BufferCommand.CountFlushing(), kit.system().ignoreRef()));
    assertThat(this.<Long>command().command()).isEqualTo(new BufferCommand.CountFlushing());
  }

  /** The first write under a key that KMS has just opened. */
  private void warm(int epoch) throws InterruptedException {
    putSealed(epoch, "first");
    kmsQuestion().complete(Reply.success(KEY));
    write().stored();
    assertThat(ids()).hasSize(1);
  }

  @Test
  void nothing_is_written_before_the_next_position_is_known() {
    put("a");
    ready(7);
    Write write = write();
    assertThat(write.command().firstPosition()).isEqualTo(7);
    assertThat(write.records()).containsExactly("a");
  }

  @Test
  void a_put_is_answered_when_it_is_stored_and_not_before() {
    ready(0);
    put("a", "b");
    Write write = write();
    settle();
    client.expectNoMessage(Duration.ZERO);
    write.stored();
    List<String> ids = ids();
    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void puts_that_come_during_a_write_go_together_into_the_next_one() {
    ready(0);
    put("a");
    Write first = write();
    put("b");
    put("c", "d");
    first.stored();
    Write second = write();
    assertThat(second.command().firstPosition()).isEqualTo(1);
    assertThat(second.records()).containsExactly("b", "c", "d");
    second.stored();
    assertThat(ids()).hasSize(1);
    assertThat(ids()).hasSize(1);
    assertThat(ids()).hasSize(2);
  }

  @Test
  void one_write_takes_no_more_than_its_size_but_at_least_one_put() {
    ready(0);
    put("a");
    Write first = write();
    put("123456789012345678901234567890");
    put("1234567890");
    put("1234567890");
    put("b");
    first.stored();
    Write large = write();
    assertThat(large.command().dataBytes()).isEqualTo(30);
    large.stored();
    Write full = write();
    assertThat(full.command().dataBytes()).isEqualTo(WRITE_BYTES_MAX);
    full.stored();
    assertThat(write().records()).containsExactly("b");
  }

  @Test
  void puts_with_other_buffering_hints_are_written_by_themselves() {
    ready(0);
    put("a");
    Write first = write();
    put("b");
    put(newId(), new Admission(1, Optional.empty(), new BufferingHints(7, 77)), "c");
    first.stored();
    Write second = write();
    assertThat(second.records()).containsExactly("b");
    second.stored();
    assertThat(write().command().policy())
        .isEqualTo(BufferSettings.policy(new BufferingHints(7, 77)));
  }

  @Test
  void records_are_sealed_for_their_stream_their_key_and_their_place() throws Exception {
    ready(41);
    putSealed(3, "a", "b");
    kmsQuestion().complete(Reply.success(KEY));
    Write write = write();
    assertThat(write.command().epoch()).isEqualTo(3);
    Bytes second = write.command().records().get(1);
    assertThat(RecordSealer.open(KEY, STREAM, 3, 42, second))
        .contains(Bytes.ofUtf8("b").unsafeArray());
    assertThat(RecordSealer.open(KEY, STREAM, 3, 41, second)).isEmpty();
  }

  @Test
  void puts_that_wait_for_the_same_data_key_ask_kms_once() throws Exception {
    ready(0);
    putSealed(1, "a");
    putSealed(1, "b");
    settle();
    CompletableFuture<Reply<Bytes>> question = kmsQuestion();
    assertThat(kms).isEmpty();
    question.complete(Reply.success(KEY));
    assertThat(write().command().records()).hasSize(2);
  }

  @Test
  void a_put_in_clear_does_not_wait_for_the_data_key_of_another() {
    ready(0);
    putSealed(1, "sealed");
    put("clear");
    assertThat(write().records()).containsExactly("clear");
  }

  @Test
  void a_refusal_of_kms_reaches_every_put_that_waits_and_is_not_remembered() throws Exception {
    ready(0);
    putSealed(1, "a");
    putSealed(1, "b");
    kmsQuestion().complete(Reply.failure(DISABLED));
    assertThat(refusal().code()).isEqualTo("InvalidKMSResourceException");
    assertThat(refusal().message()).contains("the key is disabled");
    putSealed(1, "c");
    kmsQuestion().complete(Reply.success(KEY));
    assertThat(write().command().records()).hasSize(1);
  }

  @Test
  void a_kms_that_does_not_answer_is_service_unavailable() throws Exception {
    ready(0);
    putSealed(1, "a");
    kmsQuestion().completeExceptionally(new IllegalStateException("KMS is away"));
    ServiceError refusal = refusal();
    assertThat(refusal.code()).isEqualTo("ServiceUnavailableException");
    assertThat(refusal.message()).contains("KMS did not answer");
  }

  @Test
  void half_a_cache_span_later_kms_is_asked_ahead_and_no_put_waits_for_it() throws Exception {
    ready(0);
    warm(1);
    clock.advance(DATA_KEY_CACHE.dividedBy(2));
    putSealed(1, "a");
    CompletableFuture<Reply<Bytes>> ahead = kmsQuestion();
    write().stored();
    assertThat(ids()).hasSize(1);
    ahead.complete(Reply.failure(DISABLED));
    settle();
    putSealed(1, "b");
    kmsQuestion().complete(Reply.failure(DISABLED));
    assertThat(refusal().code()).isEqualTo("InvalidKMSResourceException");
  }

  @Test
  void a_cache_span_later_a_put_waits_for_kms() throws Exception {
    ready(0);
    warm(1);
    clock.advance(DATA_KEY_CACHE);
    putSealed(1, "a");
    CompletableFuture<Reply<Bytes>> question = kmsQuestion();
    settle();
    journal.expectNoMessage(Duration.ZERO);
    question.complete(Reply.success(KEY));
    assertThat(write().command().records()).hasSize(1);
  }

  @Test
  void a_data_key_that_grows_old_while_a_put_waits_in_line_is_asked_for_again() throws Exception {
    ready(0);
    warm(1);
    put("clear");
    Write first = write();
    putSealed(1, "sealed");
    settle();
    clock.advance(DATA_KEY_CACHE);
    first.stored();
    assertThat(ids()).hasSize(1);
    kmsQuestion().complete(Reply.failure(DISABLED));
    assertThat(refusal().code()).isEqualTo("InvalidKMSResourceException");
  }

  @Test
  void after_a_write_without_an_answer_the_position_is_read_again() {
    ready(0);
    put("a");
    write();
    put("b");
    settle();
    time.timePasses(Duration.ofSeconds(8));
    assertThat(refusal().message()).contains("The journal did not answer in time");
    ready(5);
    Write next = write();
    assertThat(next.command().firstPosition()).isEqualTo(5);
    assertThat(next.records()).containsExactly("b");
  }

  @Test
  void a_position_that_cannot_be_read_is_asked_for_until_it_can() {
    put("a");
    assertThat(this.<Long>command().command()).isEqualTo(new BufferCommand.NextPosition());
    time.timePasses(Duration.ofSeconds(8));
    ready(2);
    assertThat(write().command().firstPosition()).isEqualTo(2);
  }

  @Test
  void a_refusal_of_the_entity_reaches_every_put_of_the_write() {
    ready(3);
    put("a");
    write().replyTo().tell(Reply.failure(DISABLED));
    assertThat(refusal()).isEqualTo(DISABLED);
    put("b");
    assertThat(write().command().firstPosition()).isEqualTo(3);
  }

  @Test
  void puts_under_a_key_that_was_replaced_meanwhile_are_told_so_and_not_stored() {
    ready(3);
    put("a");
    write().replyTo().tell(Reply.success(new AppendResult.EpochFenced()));
    assertThat(result()).isEqualTo(new PutResult.EpochFenced());
    put("b");
    assertThat(write().command().firstPosition()).isEqualTo(3);
  }

  @Test
  void a_put_beyond_what_may_wait_is_told_to_slow_down() {
    put("x".repeat((int) WAITING_BYTES_MAX));
    put("y");
    assertThat(refusal().message()).isEqualTo("Slow down.");
    ready(0);
    write().stored();
    assertThat(ids()).hasSize(1);
    put("z");
    assertThat(write().records()).containsExactly("z");
  }

  @Test
  void a_put_that_is_sent_twice_is_stored_once_and_answered_twice() {
    ready(0);
    put("put-1", Optional.empty(), "a");
    put("put-1", Optional.empty(), "a");
    Write write = write();
    settle();
    write.stored();
    assertThat(ids()).isEqualTo(ids());
    settle();
    journal.expectNoMessage(Duration.ZERO);
  }

  @Test
  void throughput_beyond_that_of_aws_is_refused_where_the_quota_is_kept() {
    kit.stop(actor.orElseThrow());
    journal = kit.createTestProbe();
    spawn(true);
    ready(0);
    int aSecond = (int) Throughput.Limit.ofAws(STREAM.region()).records();
    put(newId(), CLEAR, Collections.nCopies(aSecond, Bytes.EMPTY));
    put("a");
    assertThat(refusal().code()).isEqualTo("ServiceUnavailableException");
    clock.advance(Duration.ofSeconds(1));
    put("b");
    write().stored();
    assertThat(ids()).hasSize(aSecond);
    assertThat(write().records()).containsExactly("b");
  }

  @Test
  void a_buffer_that_moves_answers_what_it_has_and_then_stops() {
    ready(0);
    put("a");
    Write first = write();
    put("b");
    actor.orElseThrow().tell(new BufferMessage.Handoff());
    put("c");
    assertThat(result()).isEqualTo(new PutResult.HandingOver());
    first.stored();
    write().stored();
    assertThat(ids()).hasSize(1);
    assertThat(ids()).hasSize(1);
    client.expectTerminated(actor.orElseThrow());
  }

  @Test
  void a_buffer_that_moves_and_has_nothing_stops_at_once() {
    ready(0);
    actor.orElseThrow().tell(new BufferMessage.Handoff());
    client.expectTerminated(actor.orElseThrow());
  }
}
