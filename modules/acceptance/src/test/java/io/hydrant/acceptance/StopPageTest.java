package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.STOP_PASSES_DISABLING_TO_DISABLED;
import static io.hydrant.acceptance.page.Sentence.STOP_RECORDS_FLOW_WHILE_DISABLING;
import static io.hydrant.acceptance.page.Sentence.STOP_RETIRES_THE_GRANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLING;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

class StopPageTest extends OneNode {
  private static final Duration LONG = Duration.ofHours(1);

  /** DISABLING lasts until the clock is moved. */
  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.encryption.disabling-duration", "1h");
  }

  @Test
  @Proves({STOP_PASSES_DISABLING_TO_DISABLED, STOP_RECORDS_FLOW_WHILE_DISABLING})
  void stopping_is_answered_at_once_and_passes_disabling_in_which_records_flow() {
    String stream = newName();
    create(stream, 900);
    encrypt(stream, newKey());
    stop(stream);
    assertThat(encryption(stream).status()).isEqualTo(DISABLING);
    assertThat(put(stream, "on the way;").encrypted()).isTrue();
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "on the way;");
    assertThat(encryption(stream).status()).isEqualTo(DISABLING);
    assertThatThrownBy(() -> startOwned(stream))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("DISABLING");
    advance(LONG);
    awaitEncryption(stream, DISABLED);
    assertThat(encryption(stream).keyARN()).isNull();
    assertThat(encryption(stream).keyType()).isNull();
    assertThat(put(stream, "in clear").encrypted()).isFalse();
  }

  @Test
  @Proves(STOP_RETIRES_THE_GRANT)
  void the_grant_goes_when_the_last_sealed_record_is_delivered() {
    String stream = newName();
    create(stream, 900);
    String key = newKey();
    encrypt(stream, key);
    stop(stream);
    advance(LONG.minusMinutes(1));
    put(stream, "the last one");
    advance(Duration.ofMinutes(1));
    awaitEncryption(stream, DISABLED);
    assertThat(delivered(stream)).isEmpty();
    assertThat(grants(key)).hasSize(1);
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "the last one");
    await().atMost(PATIENCE).until(() -> grants(key).isEmpty());
  }

  @Test
  @Proves(STOP_PASSES_DISABLING_TO_DISABLED)
  void a_stream_that_is_not_there_or_not_direct_put_cannot_be_stopped() {
    assertThatThrownBy(() -> stop("nobody")).isInstanceOf(ResourceNotFoundException.class);
    String stream = newName();
    firehose.createDeliveryStream(
        r ->
            OtherSources.of(
                DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, r.deliveryStreamName(stream)));
    awaitActive(stream);
    assertThatThrownBy(() -> stop(stream)).isInstanceOf(InvalidArgumentException.class);
  }
}
