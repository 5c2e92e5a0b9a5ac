package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.START_PROPAGATES_WITHIN_5_SECONDS;
import static io.hydrant.acceptance.page.Sentence.STOP_PROPAGATES_WITHIN_5_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With AWS's 5 seconds until a change has reached all records. */
class PropagationPageTest extends OneNode {
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.encryption.propagation", "5s");
  }

  private String newStream() {
    String stream = newName();
    create(stream, 900);
    return stream;
  }

  @Test
  @Proves(START_PROPAGATES_WITHIN_5_SECONDS)
  void after_enabled_records_are_still_clear_for_5_seconds_and_then_sealed() throws Exception {
    String stream = newStream();
    encrypt(stream, newKey());
    assertThat(put(stream, "too early " + stream).encrypted()).isFalse();
    assertThat(putBatch(stream, "also " + stream).encrypted()).isFalse();
    advance(FIVE_SECONDS);
    assertThat(put(stream, "in time " + stream).encrypted()).isTrue();
    assertThat(putBatch(stream, "in time too " + stream).encrypted()).isTrue();
    assertThat(journalFiles())
        .contains("too early " + stream, "also " + stream)
        .doesNotContain("in time " + stream, "in time too " + stream);
    advance(Duration.ofMinutes(15));
    awaitDelivered(
        stream,
        "too early " + stream + "also " + stream + "in time " + stream + "in time too " + stream);
  }

  @Test
  @Proves(STOP_PROPAGATES_WITHIN_5_SECONDS)
  void after_disabled_records_are_still_sealed_for_5_seconds_and_then_clear() throws Exception {
    String stream = newStream();
    String key = newKey();
    encrypt(stream, key);
    advance(FIVE_SECONDS);
    stop(stream);
    awaitEncryption(stream, DISABLED);
    assertThat(put(stream, "still sealed " + stream).encrypted()).isTrue();
    advance(FIVE_SECONDS);
    assertThat(put(stream, "clear again " + stream).encrypted()).isFalse();
    assertThat(journalFiles())
        .contains("clear again " + stream)
        .doesNotContain("still sealed " + stream);
    assertThat(grants(key)).hasSize(1);
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "still sealed " + stream + "clear again " + stream);
    await().atMost(PATIENCE).until(() -> grants(key).isEmpty());
  }

  @Test
  @Proves(START_PROPAGATES_WITHIN_5_SECONDS)
  void a_changed_key_reaches_the_records_after_5_seconds_and_none_is_lost() {
    String stream = newStream();
    String old = newKey();
    String changed = newKey();
    encrypt(stream, old);
    advance(FIVE_SECONDS);
    put(stream, "old;");
    encrypt(stream, changed);
    assertThat(put(stream, "still old;").encrypted()).isTrue();
    kms.disableKey(r -> r.keyId(old));
    advance(FIVE_SECONDS);
    assertThat(put(stream, "new").encrypted()).as("sealed under the new key").isTrue();
    kms.enableKey(r -> r.keyId(old));
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "old;still old;new");
  }
}
