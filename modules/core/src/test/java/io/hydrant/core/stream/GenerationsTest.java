package io.hydrant.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Streams that have one name after another, and what was meant for the one before. */
class GenerationsTest {
  private static ServiceError refusal(Reply<?> reply) {
    return reply.fold(output -> new ServiceError("none", output.toString()), error -> error);
  }

  private static StreamHistory deleted() {
    StreamHistory history = StreamHistory.active();
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.NameDeregistered());
    assertThat(history.state()).isInstanceOf(Nonexistent.class);
    return history;
  }

  @Test
  void the_check_before_a_creation_answers_which_stream_of_the_name_it_would_be() {
    assertThat(deleted().handle(new CheckCreation())).isEqualTo(Reply.success(2));
    assertThat(
            new CheckCreation()
                .decide(StreamState.initial(StreamHistory.ARN), java.time.Instant.EPOCH)
                .reply())
        .isEqualTo(Reply.success(1));
    assertThat(refusal(StreamHistory.active().handle(new CheckCreation())))
        .isEqualTo(StreamErrors.alreadyExists(StreamHistory.ARN));
  }

  @Test
  void a_description_knows_which_stream_of_the_name_it_is_of() {
    int generation =
        StreamHistory.active()
            .handle(new DescribeDeliveryStream())
            .fold(DeliveryStreamDescription::generation, error -> 0);
    assertThat(generation).isEqualTo(1);
  }

  @Test
  void a_start_or_stop_that_an_earlier_stream_admitted_finds_no_stream() {
    StreamHistory history = StreamHistory.active();
    StreamState before = history.state();
    StartDeliveryStreamEncryption start = StreamHistory.start("a");
    for (StreamCommand<?> late :
        java.util.List.of(
            new StartDeliveryStreamEncryption(start.key(), start.target(), start.pace(), 7),
            new StopDeliveryStreamEncryption(StreamHistory.PACE, 7))) {
      assertThat(refusal(history.handle(late))).isEqualTo(StreamErrors.notFound(StreamHistory.ARN));
    }
    assertThat(history.state()).isEqualTo(before);
    assertThat(history.handle(start)).isInstanceOf(Reply.Success.class);
  }

  @Test
  void the_delivery_of_an_earlier_streams_records_does_not_take_a_later_one_for_it() {
    StreamHistory history = StreamHistory.active();
    assertThat(refusal(history.handle(new DeliveryView.Read(2))))
        .isEqualTo(StreamErrors.notFound(StreamHistory.ARN));
    assertThat(history.handle(new DeliveryView.Read(1))).isInstanceOf(Reply.Success.class);
  }

  @Test
  void a_stream_that_comes_into_memory_says_its_name_and_the_customers_keys_that_it_uses() {
    StreamHistory history = StreamHistory.encrypted();
    StreamTask name =
        new StreamTask.RegisterName(StreamHistory.ARN, 1, DeliveryStreamType.DIRECT_PUT);
    assertThat(StreamTasks.onceInMemory(history.state()))
        .containsExactly(
            name, new StreamTask.ConfirmKeyReservation(StreamHistory.ARN, StreamHistory.arn("a")));
    history.handle(StreamHistory.start("b"));
    assertThat(StreamTasks.onceInMemory(history.state()))
        .containsExactly(
            name,
            new StreamTask.ConfirmKeyReservation(StreamHistory.ARN, StreamHistory.arn("a")),
            new StreamTask.ConfirmKeyReservation(StreamHistory.ARN, StreamHistory.arn("b")));
    assertThat(StreamTasks.onceInMemory(StreamHistory.active().state())).containsExactly(name);
  }

  @Test
  void a_stream_that_only_has_to_leave_its_name_says_nothing_more() {
    StreamHistory history = StreamHistory.active();
    history.handle(new DeleteDeliveryStream(false));
    assertThat(StreamTasks.onceInMemory(history.state())).isNotEmpty();
    history.handle(new StreamTaskResult.BufferDrained());
    assertThat(StreamTasks.onceInMemory(history.state())).isEmpty();
    assertThat(StreamTasks.onceInMemory(deleted().state())).isEmpty();
  }

  @Test
  void a_stream_that_has_left_a_key_does_not_use_it() {
    StreamHistory history = StreamHistory.encrypted();
    assertThat(history.handle(new IsKeyInUse(StreamHistory.arn("a"))))
        .isEqualTo(Reply.success(true));
    assertThat(history.handle(new IsKeyInUse(StreamHistory.arn("b"))))
        .isEqualTo(Reply.success(false));
    assertThat(Optional.of(history.stream().customerKeys()))
        .contains(java.util.Set.of(StreamHistory.arn("a")));
  }
}
