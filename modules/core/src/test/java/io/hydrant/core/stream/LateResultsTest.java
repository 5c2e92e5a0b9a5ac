package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.ARN;
import static io.hydrant.core.stream.StreamHistory.WRAPPED;
import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A result that arrives twice, late, or for another epoch stores nothing. */
class LateResultsTest {
  private static final ServiceError DENIED = new ServiceError("AccessDeniedException", "no");

  /** The key of epoch 2 is in force; that of epoch 1 is to be drained and its grant retired. */
  private static StreamHistory changed() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(start("b"));
    history.handle(
        new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.success("grant-b")));
    history.pass(Duration.ofSeconds(1));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(2, Reply.success(WRAPPED), Duration.ZERO));
    return history;
  }

  private static void storesNothing(StreamHistory history, StreamTaskResult result) {
    int before = history.events().size();
    assertThat(history.handle(result)).isInstanceOf(Reply.Success.class);
    assertThat(history.events()).as("%s", result).hasSize(before);
  }

  @Test
  void a_refused_grant_of_an_epoch_that_does_not_await_one_stores_nothing() {
    storesNothing(
        changed(), new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DENIED)));
  }

  @Test
  void a_grant_that_is_known_already_is_not_retired() {
    StreamHistory history = changed();
    storesNothing(
        history, new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.success("grant-b")));
    storesNothing(
        history, new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("grant-a")));
    StreamHistory enabling = StreamHistory.active();
    enabling.handle(start("a"));
    enabling.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("g")));
    storesNothing(
        enabling, new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("g")));
  }

  @Test
  void a_second_grant_of_the_same_attempt_is_retired() {
    StreamHistory history = changed();
    history.handle(new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.success("other")));
    assertThat(history.owed()).contains(new StreamTask.RetireGrant(ARN, 2, arn("b"), "other"));
  }

  @Test
  void an_epoch_is_drained_once_and_only_when_its_key_is_retiring() {
    StreamHistory history = changed();
    storesNothing(history, new StreamTaskResult.Drained(2));
    history.handle(new StreamTaskResult.Drained(1));
    storesNothing(history, new StreamTaskResult.Drained(1));
  }

  @Test
  void a_grant_is_retired_only_after_its_records_are_delivered() {
    StreamHistory history = changed();
    storesNothing(history, new StreamTaskResult.GrantRetired(1, "grant-a"));
    history.handle(new StreamTaskResult.Drained(1));
    storesNothing(history, new StreamTaskResult.GrantRetired(1, "other"));
  }

  @Test
  void a_grant_that_kms_will_not_retire_fails_no_deletion_but_that_of_its_epoch() {
    StreamHistory history = changed();
    history.handle(new StreamTaskResult.Drained(1));
    storesNothing(history, new StreamTaskResult.RetireGrantFailed(1, DENIED));
    history.handle(new DeleteDeliveryStream(false));
    storesNothing(history, new StreamTaskResult.RetireGrantFailed(2, DENIED));
    assertThat(history.handle(new StreamTaskResult.RetireGrantFailed(1, DENIED)))
        .isInstanceOf(Reply.Success.class);
    assertThat(history.stream().lifecycle().status())
        .isEqualTo(DeliveryStreamStatus.DELETING_FAILED);
  }

  @Test
  void a_data_key_of_another_epoch_or_before_its_grant_stores_nothing() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    storesNothing(
        history,
        new StreamTaskResult.GenerateDataKeyCompleted(1, Reply.success(WRAPPED), Duration.ZERO));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("g")));
    storesNothing(
        history,
        new StreamTaskResult.GenerateDataKeyCompleted(2, Reply.success(WRAPPED), Duration.ZERO));
  }

  @Test
  void a_creation_whose_data_key_is_refused_retires_the_grant_that_it_made() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.of(target("a")));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("g")));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(1, Reply.failure(DENIED), Duration.ZERO));
    assertThat(history.owed()).containsExactly(new StreamTask.RetireGrant(ARN, 1, arn("a"), "g"));
  }

  @Test
  void results_for_a_stream_that_is_gone_store_nothing() {
    StreamHistory history = StreamHistory.active();
    history.handle(new DeleteDeliveryStream(false));
    storesNothing(history, new StreamTaskResult.NameDeregistered());
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.NameDeregistered());
    storesNothing(history, new StreamTaskResult.TransitionDue(Duration.ZERO));
  }
}
