package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A put to a buffer that moves from one node to another. */
class ShardedBuffersTest {
  private static final Reply<PutResult> MOVING = Reply.success(new PutResult.HandingOver());
  private static final Reply<PutResult> STORED =
      Reply.success(new PutResult.Stored(List.of("record")));

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private final BlockingQueue<CompletableFuture<Reply<PutResult>>> sent =
      new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  private CompletableFuture<Reply<PutResult>> put(Duration patience) {
    return ShardedBuffers.untilAnswered(
            kit.system(), this::send, System.nanoTime() + patience.toNanos())
        .toCompletableFuture();
  }

  private CompletionStage<Reply<PutResult>> send() {
    CompletableFuture<Reply<PutResult>> answer = new CompletableFuture<>();
    sent.add(answer);
    return answer;
  }

  private CompletableFuture<Reply<PutResult>> next() throws InterruptedException {
    CompletableFuture<Reply<PutResult>> next = sent.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("a message to the buffer").isNotNull();
    return next;
  }

  @Test
  void the_journal_is_trimmed_when_records_were_delivered_or_discarded() {
    assertThat(trims(new BufferEvent.BatchDelivered(Instant.EPOCH, 1))).isTrue();
    assertThat(trims(new BufferEvent.RecordsDiscarded(Instant.EPOCH, 1))).isTrue();
    assertThat(trims(new BufferEvent.BufferCloseRequested(Instant.EPOCH))).isFalse();
  }

  private static boolean trims(BufferEvent event) {
    return ShardedBuffers.KIND.snapshots().orElseThrow().after().test(RecordBuffer.EMPTY, event);
  }

  @Test
  void an_answer_is_passed_on_and_nothing_is_sent_again() throws Exception {
    CompletableFuture<Reply<PutResult>> answer = put(Duration.ofHours(1));
    next().complete(STORED);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(STORED);
    assertThat(sent).isEmpty();
  }

  @Test
  void a_put_that_was_lost_is_sent_again_at_once() throws Exception {
    CompletableFuture<Reply<PutResult>> answer = put(Duration.ofHours(1));
    next().completeExceptionally(new IllegalStateException("lost"));
    next().complete(STORED);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(STORED);
  }

  @Test
  void a_buffer_that_still_moves_is_asked_again_after_a_pause() throws Exception {
    CompletableFuture<Reply<PutResult>> answer = put(Duration.ofHours(1));
    next().complete(MOVING);
    CompletableFuture<Reply<PutResult>> second = next();
    second.complete(MOVING);
    CompletableFuture<Reply<PutResult>> third = afterPause();
    third.complete(STORED);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(STORED);
  }

  /** The timer of the pause starts on another thread; time passes until it has fired. */
  private CompletableFuture<Reply<PutResult>> afterPause() {
    await()
        .until(
            () -> {
              time.timePasses(ShardedBuffers.MOVE_PAUSE);
              return !sent.isEmpty();
            });
    return sent.remove();
  }

  @Test
  void a_move_that_takes_too_long_is_the_answer() throws Exception {
    CompletableFuture<Reply<PutResult>> answer = put(Duration.ZERO);
    next().complete(MOVING);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(MOVING);
    assertThat(sent).isEmpty();
  }

  @Test
  void a_buffer_that_never_answers_fails_the_put() throws Exception {
    CompletableFuture<Reply<PutResult>> answer = put(Duration.ZERO);
    next().completeExceptionally(new IllegalStateException("lost"));
    assertThat(answer)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("lost");
  }
}
