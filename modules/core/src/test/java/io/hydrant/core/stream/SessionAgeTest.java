package io.hydrant.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.id.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionAgeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

  private static ResolvedKey target(KeyType type, Duration age) {
    Caller session =
        new Caller(
            "000000000000",
            "us-east-1",
            "arn:aws:sts::000000000000:assumed-role/writer/me",
            Optional.of(NOW.minus(age)));
    return new ResolvedKey(type, StreamHistory.arn("b"), session);
  }

  private static DeliveryStream started(StreamHistory before, ResolvedKey target) {
    StreamState state = before.state();
    List<StreamEvent> events =
        new StartDeliveryStreamEncryption(
                new EncryptionConfigurationInput(
                    target.type(),
                    Optional.of(target.keyArn())
                        .filter(arn -> target.type() == KeyType.CUSTOMER_MANAGED_CMK)),
                target,
                StreamHistory.PACE,
                1)
            .decide(state, NOW)
            .events();
    return (DeliveryStream) Fold.fold(state, events);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, ENABLING", "PT6H, ENABLING", "PT6H0.001S, ENABLING_FAILED"})
  void a_session_makes_no_grant_when_it_is_more_than_six_hours_old(
      Duration age, EncryptionStatus status) {
    DeliveryStream stream =
        started(StreamHistory.active(), target(KeyType.CUSTOMER_MANAGED_CMK, age));
    assertThat(stream.encryption().status()).isEqualTo(status);
  }

  @Test
  void the_failure_is_that_of_the_grant_and_the_old_key_stays_in_force() {
    DeliveryStream stream =
        started(
            StreamHistory.encrypted(), target(KeyType.CUSTOMER_MANAGED_CMK, Duration.ofHours(7)));
    assertThat(stream.encryption())
        .isInstanceOfSatisfying(
            Encryption.EnablingFailed.class,
            failed ->
                assertThat(failed.failure().type()).isEqualTo(FailureType.CREATE_KMS_GRANT_FAILED));
    assertThat(stream.encryption().keys().latest().map(KeyEpoch::keyArn))
        .contains(StreamHistory.arn("a"));
    assertThat(StreamTasks.pendingTasks(stream)).isEmpty();
  }

  @Test
  void a_key_that_needs_no_grant_cares_for_no_age() {
    DeliveryStream stream =
        started(StreamHistory.active(), target(KeyType.AWS_OWNED_CMK, Duration.ofHours(7)));
    assertThat(stream.encryption().status()).isEqualTo(EncryptionStatus.ENABLING);
  }

  @Test
  void a_creation_fails_where_its_grant_cannot_be_made() {
    StreamHistory history = new StreamHistory();
    history.create(
        DeliveryStreamType.DIRECT_PUT,
        Optional.of(target(KeyType.CUSTOMER_MANAGED_CMK, Duration.ofHours(8))));
    assertThat(history.state())
        .isInstanceOfSatisfying(
            DeliveryStream.class,
            stream -> assertThat(stream.lifecycle()).isInstanceOf(Lifecycle.CreatingFailed.class));
  }
}
