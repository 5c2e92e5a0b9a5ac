package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.WRAPPED;
import static io.hydrant.core.stream.StreamHistory.arn;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "It can take up to 5 seconds after the encryption status changes to ENABLED …". */
class PropagationTest {
  private static final Duration FIVE = Duration.ofSeconds(5);
  private static final Duration ALMOST = FIVE.minusNanos(1);
  private static final Duration REST = Duration.ofNanos(1);

  private static void enable(StreamHistory history, int epoch, String key) {
    history.handle(start(key));
    history.handle(
        new StreamTaskResult.CreateGrantCompleted(epoch, arn(key), Reply.success("grant-" + key)));
    history.pass(Duration.ofMillis(250));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(epoch, Reply.success(WRAPPED), FIVE));
  }

  private static Optional<String> sealedUnder(StreamHistory history) {
    return history
        .handle(new PutRecord())
        .fold(
            admission -> admission.sealedUnder().map(KeyEpoch::keyArn), error -> Optional.empty());
  }

  @Test
  void after_enabled_records_are_stored_as_before_until_the_change_has_propagated() {
    StreamHistory history = StreamHistory.active();
    enable(history, 1, "a");
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.ENABLED);
    assertThat(sealedUnder(history)).isEmpty();
    history.pass(ALMOST);
    assertThat(sealedUnder(history)).isEmpty();
    history.pass(REST);
    assertThat(sealedUnder(history)).contains(arn("a"));
  }

  @Test
  void after_disabled_records_are_sealed_as_before_until_the_change_has_propagated() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(stop());
    history.pass(Duration.ofMillis(250));
    history.handle(new StreamTaskResult.TransitionDue(FIVE));
    assertThat(history.stream().encryption().status()).isEqualTo(EncryptionStatus.DISABLED);
    history.pass(ALMOST);
    assertThat(sealedUnder(history)).contains(arn("a"));
    assertThat(history.due()).isEmpty();
    history.pass(REST);
    assertThat(sealedUnder(history)).isEmpty();
    assertThat(history.due()).containsExactly(new StreamTask.AwaitDrained(StreamHistory.ARN, 1, 1));
  }

  @Test
  void a_new_key_reaches_the_records_late_and_the_old_one_is_drained_only_then() {
    StreamHistory history = StreamHistory.encrypted();
    enable(history, 2, "b");
    assertThat(sealedUnder(history)).contains(arn("a"));
    assertThat(history.stream().epochs()).hasSize(2);
    assertThat(history.due()).isEmpty();
    history.pass(FIVE);
    assertThat(sealedUnder(history)).contains(arn("b"));
    assertThat(history.due()).containsExactly(new StreamTask.AwaitDrained(StreamHistory.ARN, 1, 1));
  }

  @Test
  void changes_that_follow_each_other_quickly_come_into_force_one_by_one() {
    StreamHistory history = StreamHistory.active();
    enable(history, 1, "a");
    history.pass(Duration.ofSeconds(1));
    enable(history, 2, "b");
    assertThat(sealedUnder(history)).isEmpty();
    history.pass(Duration.ofSeconds(4));
    assertThat(sealedUnder(history)).contains(arn("a"));
    history.pass(Duration.ofSeconds(2));
    assertThat(sealedUnder(history)).contains(arn("b"));
  }

  @Test
  void a_stream_deleted_before_the_change_has_propagated_retires_every_grant() {
    StreamHistory history = StreamHistory.encrypted();
    enable(history, 2, "b");
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    assertThat(history.due())
        .containsExactlyInAnyOrder(
            new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "grant-a"),
            new StreamTask.RetireGrant(StreamHistory.ARN, 2, arn("b"), "grant-b"));
  }

  @Test
  void a_change_that_a_quicker_one_overtakes_never_comes_into_force() {
    StreamHistory history = StreamHistory.active();
    enable(history, 1, "a");
    history.handle(stop());
    history.pass(Duration.ofMillis(250));
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    assertThat(sealedUnder(history)).isEmpty();
    history.pass(FIVE);
    assertThat(sealedUnder(history)).isEmpty();
    assertThat(history.stream().encryption().keys().changes()).hasSize(1);
  }

  @Test
  void a_schedule_keeps_only_the_change_in_force_and_later_ones() {
    StreamHistory history = StreamHistory.active();
    enable(history, 1, "a");
    history.pass(FIVE);
    enable(history, 2, "b");
    history.pass(FIVE);
    enable(history, 3, "c");
    assertThat(history.stream().encryption().keys().changes())
        .extracting(change -> change.key().map(KeyEpoch::number))
        .containsExactly(Optional.of(2), Optional.of(3));
  }
}
