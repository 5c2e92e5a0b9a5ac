package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.WRAPPED;
import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.refusal;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.stop;
import static io.hydrant.core.stream.StreamHistory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncryptionLifecycleTest {
  private static final ServiceError DENIED = new ServiceError("AccessDeniedException", "no");

  @Test
  void a_start_is_answered_before_kms_is_asked_for_anything() {
    StreamHistory history = StreamHistory.active();
    assertThat(history.handle(start("a"))).isInstanceOf(Reply.Success.class);
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.ENABLING);
    assertThat(history.due())
        .containsExactly(new StreamTask.CreateGrant(StreamHistory.ARN, 1, 1, target("a")));
  }

  @Test
  void data_written_while_enabling_is_not_encrypted() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    Reply<Admission> put = history.handle(new PutRecord());
    assertThat(put.map(Admission::sealedUnder)).isEqualTo(Reply.success(Optional.empty()));
  }

  @Test
  void enabling_lasts_at_least_as_long_as_was_set() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("g")));
    assertThat(history.due()).isEmpty();
    history.pass(Duration.ofMillis(250));
    assertThat(history.due())
        .containsExactly(new StreamTask.GenerateDataKey(StreamHistory.ARN, 1, target("a")));
  }

  @Test
  void once_enabled_records_are_sealed_under_the_new_key() {
    StreamHistory history = StreamHistory.encrypted();
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.ENABLED);
    assertThat(history.handle(new PutRecord()).map(a -> a.sealedUnder().get().keyArn()))
        .isEqualTo(Reply.success(arn("a")));
    assertThat(history.owed()).isEmpty();
  }

  @Test
  void a_refused_grant_is_enabling_failed_with_a_description() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DENIED)));
    var shown = DescribeDeliveryStream.describe(history.stream()).encryption();
    assertThat(shown.status()).isEqualTo(EncryptionStatus.ENABLING_FAILED);
    assertThat(shown.failure().get().type()).isEqualTo(FailureType.KMS_ACCESS_DENIED);
    assertThat(history.handle(start("b"))).isInstanceOf(Reply.Success.class);
  }

  @Test
  void a_refused_data_key_leaves_the_grant_to_be_retired() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("g")));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(1, Reply.failure(DENIED), Duration.ZERO));
    assertThat(history.due())
        .containsExactly(new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "g"));
    history.handle(new StreamTaskResult.GrantRetired(1, "g"));
    assertThat(history.owed()).isEmpty();
  }

  @Test
  void a_change_of_key_keeps_the_old_one_in_force_until_the_new_one_is_enabled() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(start("b"));
    assertThat(history.stream().encryption().keys().latest().get().keyArn()).isEqualTo(arn("a"));
    history.handle(
        new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.success("grant-b")));
    history.pass(Duration.ofSeconds(1));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(2, Reply.success(WRAPPED), Duration.ZERO));
    assertThat(history.stream().encryption().keys().latest().get().keyArn()).isEqualTo(arn("b"));
  }

  @Test
  void a_failed_change_of_key_leaves_the_old_one_in_force_for_ever() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(start("b"));
    history.handle(new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.failure(DENIED)));
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.ENABLING_FAILED);
    assertThat(history.handle(new PutRecord()).map(a -> a.sealedUnder().get().keyArn()))
        .isEqualTo(Reply.success(arn("a")));
    assertThat(history.owed()).isEmpty();
  }

  @Test
  void the_old_grant_is_retired_only_after_its_records_are_delivered() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(start("b"));
    history.handle(
        new StreamTaskResult.CreateGrantCompleted(2, arn("b"), Reply.success("grant-b")));
    history.pass(Duration.ofSeconds(1));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(2, Reply.success(WRAPPED), Duration.ZERO));
    assertThat(history.due()).containsExactly(new StreamTask.AwaitDrained(StreamHistory.ARN, 1, 1));
    assertThat(history.stream().epochs()).hasSize(2);
    history.handle(new StreamTaskResult.Drained(1));
    assertThat(history.due())
        .containsExactly(new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "grant-a"));
    history.handle(new StreamTaskResult.GrantRetired(1, "grant-a"));
    assertThat(history.owed()).isEmpty();
    assertThat(history.stream().epochs()).hasSize(1);
  }

  @Test
  void stopping_passes_through_disabling_in_which_records_are_still_sealed() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(stop());
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.DISABLING);
    assertThat(history.stream().encryption().keys().latest()).isPresent();
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.DISABLING);
    history.pass(Duration.ofMillis(250));
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.DISABLED);
    assertThat(history.stream().encryption().keys().latest()).isEmpty();
  }

  @Test
  void a_change_under_way_is_in_use() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    assertThat(refusal(history.handle(start("b"))).code()).isEqualTo("ResourceInUseException");
    assertThat(refusal(history.handle(stop())).code()).isEqualTo("ResourceInUseException");
    assertThat(refusal(history.handle(new CheckEncryptionCall.Stop())).code())
        .isEqualTo("ResourceInUseException");
  }

  @Test
  void a_stream_that_reads_from_kinesis_is_not_encrypted() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, Optional.empty());
    history.pass(Duration.ofSeconds(1));
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(refusal(history.handle(start("a"))).code()).isEqualTo("InvalidArgumentException");
    StreamHistory other = new StreamHistory();
    assertThat(
            refusal(
                    other.create(
                        DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, Optional.of(target("a"))))
                .code())
        .isEqualTo("InvalidArgumentException");
  }

  @Test
  void a_creation_whose_key_fails_is_creating_failed_and_only_deletable() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.of(target("a")));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DENIED)));
    assertThat(history.stream().lifecycle().status())
        .isEqualTo(DeliveryStreamStatus.CREATING_FAILED);
    assertThat(history.owed()).isEmpty();
    assertThat(refusal(history.handle(start("a"))).code()).isEqualTo("ResourceInUseException");
    assertThat(history.handle(new DeleteDeliveryStream(false))).isInstanceOf(Reply.Success.class);
  }

  @Test
  void deleting_empties_the_buffer_then_retires_the_grant_then_frees_the_name() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(new DeleteDeliveryStream(false));
    assertThat(history.due()).containsExactly(new StreamTask.DrainBuffer(StreamHistory.ARN, 1));
    history.handle(new StreamTaskResult.BufferDrained());
    assertThat(history.due())
        .containsExactly(new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "grant-a"));
    history.handle(new StreamTaskResult.GrantRetired(1, "grant-a"));
    assertThat(history.due()).containsExactly(new StreamTask.DeregisterName(StreamHistory.ARN, 1));
    history.handle(new StreamTaskResult.NameDeregistered());
    assertThat(history.state()).isEqualTo(new Nonexistent(StreamHistory.ARN, 1));
  }

  @Test
  void a_grant_that_comes_too_late_is_retired() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("late")));
    assertThat(history.owed())
        .contains(new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "late"));
  }

  @Test
  void a_deleted_stream_waits_for_the_answer_about_a_grant_that_may_exist() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    assertThat(history.owed())
        .containsExactly(
            new StreamTask.CreateGrant(StreamHistory.ARN, 1, 1, StreamHistory.target("a")));
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("late")));
    assertThat(history.owed())
        .containsExactly(new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "late"));
  }

  @Test
  void a_deleted_stream_whose_grant_was_refused_has_nothing_to_wait_for() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.failure(DENIED)));
    assertThat(history.owed()).containsExactly(new StreamTask.DeregisterName(StreamHistory.ARN, 1));
  }

  @Test
  void the_outcome_of_an_earlier_stream_of_the_name_changes_nothing() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    StreamState before = history.state();
    StreamTaskResult answer =
        new StreamTaskResult.CreateGrantCompleted(1, arn("b"), Reply.success("g"));
    history.handle(new StreamTaskResult.ForGeneration(0, answer));
    assertThat(history.state()).isEqualTo(before);
    history.handle(new StreamTaskResult.ForGeneration(1, answer));
    assertThat(history.state()).isNotEqualTo(before);
  }
}
