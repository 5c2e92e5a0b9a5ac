package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The data keys of a buffer: when KMS is asked, and what its answers mean. */
class BufferKeysTest extends BufferActorFixture {
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
}
