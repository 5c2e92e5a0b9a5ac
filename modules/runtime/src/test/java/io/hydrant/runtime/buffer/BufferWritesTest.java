package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.AppendResult;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.destination.BufferingHints;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.stream.Admission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The writes of a buffer: what goes into each, and what happens when one fails. */
class BufferWritesTest extends BufferActorFixture {
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
    put(
        newId(),
        new Admission(1, Optional.empty(), new BufferingHints(7, 77), Optional.empty()),
        "c");
    first.stored();
    Write second = write();
    assertThat(second.records()).containsExactly("b");
    second.stored();
    assertThat(write().command().policy())
        .isEqualTo(BufferSettings.policy(new BufferingHints(7, 77)));
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
  void puts_under_a_key_that_was_replaced_meanwhile_are_refused_and_not_stored() {
    ready(3);
    put("a");
    write().replyTo().tell(Reply.success(new AppendResult.EpochFenced()));
    assertThat(result()).isEqualTo(new PutResult.EpochFenced());
    put("b");
    assertThat(write().command().firstPosition()).isEqualTo(3);
  }
}
