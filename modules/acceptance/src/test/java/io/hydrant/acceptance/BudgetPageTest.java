package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.DELETE_NEW_STREAM_NEW_BUDGET;
import static io.hydrant.acceptance.page.Sentence.START_25_CALLS_IN_24_HOURS;
import static io.hydrant.acceptance.page.Sentence.START_LIMIT_EXCEEDED;
import static io.hydrant.acceptance.page.Sentence.STOP_SHARES_THE_BUDGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.LimitExceededException;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** "A combined limit of 25 calls per Firehose stream per 24 hours." */
class BudgetPageTest extends OneNode {
  @Override
  Map<String, Object> settings() {
    return Map.of(
        "hydrant.encryption.enabling-duration", "0ms",
        "hydrant.encryption.disabling-duration", "0ms");
  }

  private void startAndWait(String stream) {
    startOwned(stream);
    awaitEncryption(stream, ENABLED);
  }

  private void stopAndWait(String stream) {
    stop(stream);
    awaitEncryption(stream, DISABLED);
  }

  private void call(String stream, int starts, int stops) {
    for (int call = 0; call < Math.max(starts, stops); call++) {
      if (call < starts) {
        startAndWait(stream);
      }
      if (call < stops) {
        stopAndWait(stream);
      }
    }
  }

  private void assertExhausted(String stream) {
    LimitExceededException start =
        catchThrowableOfType(LimitExceededException.class, () -> startOwned(stream));
    assertThat(start).isNotNull();
    assertThat(start.statusCode()).isEqualTo(400);
    assertThat(start.getMessage()).contains("25", "24 hours");
    assertThatThrownBy(() -> stop(stream)).isInstanceOf(LimitExceededException.class);
  }

  @ParameterizedTest
  @Proves({START_25_CALLS_IN_24_HOURS, START_LIMIT_EXCEEDED, STOP_SHARES_THE_BUDGET})
  @CsvSource({"13, 12", "12, 13", "25, 0", "0, 25", "1, 24", "24, 1"})
  void starts_and_stops_reach_the_limit_together(int starts, int stops) {
    String stream = activeStream();
    call(stream, starts, stops);
    assertExhausted(stream);
  }

  @Test
  @Proves(START_25_CALLS_IN_24_HOURS)
  void the_24_hours_slide() {
    String stream = activeStream();
    call(stream, 1, 0);
    advance(Duration.ofHours(12));
    call(stream, 12, 12);
    assertExhausted(stream);
    advance(Duration.ofHours(12));
    startAndWait(stream);
    assertExhausted(stream);
  }

  @Test
  @Proves(START_25_CALLS_IN_24_HOURS)
  void a_restart_forgets_no_call() throws Exception {
    String stream = activeStream();
    call(stream, 13, 12);
    restart();
    assertExhausted(stream);
  }

  @Test
  @Proves(START_25_CALLS_IN_24_HOURS)
  void each_stream_has_a_budget_of_its_own() {
    String stream = activeStream();
    call(stream, 13, 12);
    assertExhausted(stream);
    startAndWait(activeStream());
  }

  @Test
  @Proves(DELETE_NEW_STREAM_NEW_BUDGET)
  void a_stream_created_again_under_the_name_has_a_budget_of_its_own() {
    String stream = activeStream();
    call(stream, 13, 12);
    assertExhausted(stream);
    firehose.deleteDeliveryStream(r -> r.deliveryStreamName(stream));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> describe(stream))
                    .isInstanceOf(ResourceNotFoundException.class));
    create(stream, 1);
    startAndWait(stream);
  }

  @Test
  @Proves(START_25_CALLS_IN_24_HOURS)
  void a_call_that_the_stream_does_not_admit_does_not_count() {
    String stream = activeStream();
    String key = newKey();
    for (int call = 0; call < 30; call++) {
      assertThatThrownBy(() -> start(stream, "not an arn")).isInstanceOf(FirehoseException.class);
      assertThatThrownBy(() -> startWithoutArn(stream))
          .isInstanceOf(InvalidArgumentException.class);
    }
    fault("{'service':'kms','operation':'CreateGrant','on':'" + key + "','delay':'PT1H'}");
    start(stream, key);
    for (int call = 0; call < 30; call++) {
      assertThatThrownBy(() -> stop(stream)).isInstanceOf(ResourceInUseException.class);
    }
    advance(Duration.ofHours(1));
    awaitEncryption(stream, ENABLED);
    call(stream, 12, 12);
    assertExhausted(stream);
  }

  private void startWithoutArn(String stream) {
    firehose.startDeliveryStreamEncryption(
        r ->
            r.deliveryStreamName(stream)
                .deliveryStreamEncryptionConfigurationInput(
                    c -> c.keyType("CUSTOMER_MANAGED_CMK")));
  }

  @Test
  @Proves(START_25_CALLS_IN_24_HOURS)
  void a_call_that_kms_fails_counts() {
    String stream = activeStream();
    String key = newKey();
    kms.disableKey(r -> r.keyId(key));
    for (int call = 0; call < 25; call++) {
      assertThatThrownBy(() -> start(stream, key)).isInstanceOf(InvalidKmsResourceException.class);
    }
    assertExhausted(stream);
  }
}
