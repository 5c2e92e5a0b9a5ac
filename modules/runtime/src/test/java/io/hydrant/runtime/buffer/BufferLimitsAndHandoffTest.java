package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.quota.Throughput;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits of a buffer, puts that are sent twice, and the move to another node. */
class BufferLimitsAndHandoffTest extends BufferActorFixture {
  @Test
  void a_put_beyond_what_may_wait_is_refused_with_slow_down() {
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
