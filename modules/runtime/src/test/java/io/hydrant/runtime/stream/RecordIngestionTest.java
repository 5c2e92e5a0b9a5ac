package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.destination.BufferingHints;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.Admission;
import io.hydrant.core.stream.PutRecordBatch;
import io.hydrant.core.stream.StreamCommand;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.buffer.PutResult;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.kms.KmsPort;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A put between a stream that admits it, a KMS that permits it, and a buffer that stores it. */
class RecordIngestionTest {
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final List<Bytes> TWO = List.of(Bytes.ofUtf8("a"), Bytes.ofUtf8("b"));
  private static final ServiceError REFUSED = new ServiceError("Refused", "by the test");

  private final Deque<Reply<Admission>> admissions = new ArrayDeque<>();
  private final Deque<Reply<PutResult>> results = new ArrayDeque<>();
  private final List<Put> puts = new ArrayList<>();
  private final ServiceClock clock = new ServiceClock(() -> Instant.EPOCH);
  private final FaultInjector faults = new FaultInjector(clock);
  private Reply<NoOutput> permission = Reply.success(new NoOutput());
  private final RecordIngestion ingestion =
      new RecordIngestion(
          new Streams(),
          new StoringBuffers(),
          new CallerPermissions(kms(), clock, true, Duration.ofMinutes(5)));

  /** What reached a buffer. */
  private record Put(String bufferId, Admission admission, List<Bytes> records) {}

  /** One stream that answers puts as the test has said. */
  private final class Streams implements Entities<StreamState, StreamEvent> {
    // The only command that comes is a put's, and that one answers an admission.
    @SuppressWarnings("unchecked")
    @Override
    public <O> CompletionStage<Reply<O>> ask(
        String entityId, Command<StreamState, StreamEvent, O> command, Optional<Caller> caller) {
      assertThat(command).isInstanceOf(PutRecordBatch.class);
      return CompletableFuture.completedFuture((Reply<O>) admissions.remove());
    }
  }

  private final class StoringBuffers implements Buffers {
    @Override
    public CompletionStage<Reply<PutResult>> put(
        String bufferId, Admission admission, List<Bytes> records) {
      puts.add(new Put(bufferId, admission, records));
      return CompletableFuture.completedFuture(results.remove());
    }

    @Override
    public <O> CompletionStage<Reply<O>> ask(String bufferId, BufferCommand<O> command) {
      throw new AssertionError("an unexpected " + command);
    }
  }

  private KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) -> CompletableFuture.completedFuture(permission));
  }

  private static Reply<PutResult> stored(String... recordIds) {
    return Reply.success(new PutResult.Stored(List.of(recordIds)));
  }

  private static Admission clear(int generation) {
    return new Admission(generation, Optional.empty(), BufferingHints.DEFAULT, Optional.empty());
  }

  private static Admission sealed(int epoch) {
    return new Admission(
        1, Optional.of(KeyEpochs.of(epoch)), BufferingHints.DEFAULT, Optional.empty());
  }

  private Reply<RecordIngestion.Stored> put(List<Bytes> records) {
    StreamCommand<Admission> admit = new PutRecordBatch(2);
    return ingestion.put(CALLER, STREAM, admit, records).toCompletableFuture().join();
  }

  @Test
  void records_go_to_the_buffer_of_the_generation_that_admits_them() {
    admissions.add(Reply.success(clear(3)));
    results.add(stored("id-1", "id-2"));
    assertThat(put(TWO))
        .isEqualTo(Reply.success(new RecordIngestion.Stored(List.of("id-1", "id-2"), false)));
    assertThat(puts).containsExactly(new Put("000000000000/us-east-1/orders/3", clear(3), TWO));
  }

  @Test
  void records_that_are_sealed_are_answered_as_encrypted() {
    admissions.add(Reply.success(sealed(1)));
    results.add(stored("id-1", "id-2"));
    assertThat(put(TWO))
        .isEqualTo(Reply.success(new RecordIngestion.Stored(List.of("id-1", "id-2"), true)));
  }

  @Test
  void a_put_that_the_stream_refuses_reaches_no_buffer() {
    admissions.add(Reply.failure(REFUSED));
    assertThat(put(TWO)).isEqualTo(Reply.failure(REFUSED));
    assertThat(puts).isEmpty();
  }

  @Test
  void a_put_whose_caller_may_not_use_the_key_reaches_no_buffer() {
    permission = Reply.failure(new ServiceError("AccessDeniedException", "not authorized"));
    admissions.add(Reply.success(sealed(1)));
    assertThat(put(TWO)).isInstanceOf(Reply.Failure.class);
    assertThat(puts).isEmpty();
  }

  @Test
  void a_put_whose_key_was_replaced_meanwhile_is_admitted_again_under_the_new_key() {
    admissions.add(Reply.success(sealed(1)));
    admissions.add(Reply.success(sealed(2)));
    results.add(Reply.success(new PutResult.EpochFenced()));
    results.add(stored("id-1", "id-2"));
    assertThat(put(TWO)).isInstanceOf(Reply.Success.class);
    assertThat(puts).extracting(Put::admission).containsExactly(sealed(1), sealed(2));
  }

  @Test
  void a_caller_who_lost_the_permission_meanwhile_is_refused_under_the_new_key() {
    admissions.add(Reply.success(clear(1)));
    admissions.add(Reply.success(sealed(1)));
    results.add(Reply.success(new PutResult.EpochFenced()));
    permission = Reply.failure(new ServiceError("AccessDeniedException", "not authorized"));
    assertThat(put(TWO)).isInstanceOf(Reply.Failure.class);
    assertThat(puts).hasSize(1);
  }

  @Test
  void a_put_is_given_up_after_five_keys_that_were_replaced() {
    IntStream.rangeClosed(1, 6)
        .forEach(
            epoch -> {
              admissions.add(Reply.success(sealed(epoch)));
              results.add(Reply.success(new PutResult.EpochFenced()));
            });
    Optional<ServiceError> refusal = put(TWO).fold(done -> Optional.empty(), Optional::of);
    assertThat(refusal).map(ServiceError::code).contains("ServiceUnavailableException");
    assertThat(puts).hasSize(5);
  }

  @Test
  void any_other_refusal_of_the_buffer_is_the_answer() {
    admissions.add(Reply.success(clear(1)));
    results.add(Reply.failure(REFUSED));
    assertThat(put(TWO)).isEqualTo(Reply.failure(REFUSED));
    assertThat(puts).hasSize(1);
  }

  @Test
  void a_put_without_records_is_checked_and_stores_nothing() {
    admissions.add(Reply.success(sealed(1)));
    assertThat(put(List.of()))
        .isEqualTo(Reply.success(new RecordIngestion.Stored(List.of(), true)));
    assertThat(puts).isEmpty();
  }

  private Reply<PutRecordBatch.Output> batch(List<Bytes> records) {
    return new BatchIngestion(ingestion, faults)
        .put(CALLER, STREAM, records)
        .toCompletableFuture()
        .join();
  }

  private static Fault halfOfTheRecordsFail() {
    return new Fault(
        "",
        Fault.Service.FIREHOSE,
        "PutRecordBatch",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        new Fault.Effect(Duration.ZERO, false, Optional.of(REFUSED), Optional.of(0.5)));
  }

  @Test
  void a_batch_answers_its_records_in_their_order() {
    admissions.add(Reply.success(clear(1)));
    results.add(stored("id-1", "id-2"));
    assertThat(batch(TWO))
        .isEqualTo(
            Reply.success(
                new PutRecordBatch.Output(
                    List.of(
                        PutRecordBatch.Entry.stored("id-1"), PutRecordBatch.Entry.stored("id-2")),
                    false)));
  }

  @Test
  void records_that_a_fault_makes_fail_are_not_stored_and_keep_their_places_in_the_answer() {
    faults.add(halfOfTheRecordsFail());
    admissions.add(Reply.success(clear(1)));
    results.add(stored("id-1"));
    assertThat(batch(TWO))
        .isEqualTo(
            Reply.success(
                new PutRecordBatch.Output(
                    List.of(
                        PutRecordBatch.Entry.stored("id-1"), PutRecordBatch.Entry.failed(REFUSED)),
                    false)));
    assertThat(puts).extracting(Put::records).containsExactly(List.of(Bytes.ofUtf8("a")));
  }

  @Test
  void a_batch_that_the_stream_refuses_is_refused_as_a_whole() {
    faults.add(halfOfTheRecordsFail());
    admissions.add(Reply.failure(REFUSED));
    assertThat(batch(TWO)).isEqualTo(Reply.failure(REFUSED));
  }
}
