package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.DESCRIBE_FAILURE;
import static io.hydrant.acceptance.page.Sentence.DESCRIBE_KEY;
import static io.hydrant.acceptance.page.Sentence.START_AGAIN_CHANGES_THE_KEY;
import static io.hydrant.acceptance.page.Sentence.START_FAILED_CHANGE_KEEPS_THE_OLD_KEY;
import static io.hydrant.acceptance.page.Sentence.START_OLD_GRANT_IS_RETIRED_LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;
import static software.amazon.awssdk.services.firehose.model.KeyType.AWS_OWNED_CMK;
import static software.amazon.awssdk.services.firehose.model.KeyType.CUSTOMER_MANAGED_CMK;

import io.hydrant.acceptance.page.Proves;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.model.KeyType;

/** "Even if encryption is currently enabled … you can still invoke this operation on it …". */
class KeyChangePageTest extends OneNode {
  /** The key's ARN where it is the customer's. */
  private Optional<String> encryptWith(KeyType type, String stream) {
    if (type == AWS_OWNED_CMK) {
      startOwned(stream);
      awaitEncryption(stream, ENABLED);
      return Optional.empty();
    }
    String key = newKey();
    encrypt(stream, key);
    return Optional.of(key);
  }

  @ParameterizedTest
  @Proves({START_AGAIN_CHANGES_THE_KEY, DESCRIBE_KEY})
  @CsvSource({
    "AWS_OWNED_CMK, AWS_OWNED_CMK",
    "AWS_OWNED_CMK, CUSTOMER_MANAGED_CMK",
    "CUSTOMER_MANAGED_CMK, AWS_OWNED_CMK",
    "CUSTOMER_MANAGED_CMK, CUSTOMER_MANAGED_CMK"
  })
  void the_key_changes_from_either_type_to_either_type(KeyType from, KeyType to) {
    String stream = newName();
    create(stream, 900);
    Optional<String> old = encryptWith(from, stream);
    assertThat(put(stream, "under the old key;").encrypted()).isTrue();
    Optional<String> changed = encryptWith(to, stream);
    assertThat(put(stream, "under the new key").encrypted()).isTrue();
    assertThat(encryption(stream).keyType()).isEqualTo(to);
    assertThat(encryption(stream).keyARN()).isEqualTo(changed.orElse(null));
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "under the old key;under the new key");
    old.ifPresent(key -> await().atMost(PATIENCE).until(() -> grants(key).isEmpty()));
    changed.ifPresent(key -> assertThat(grants(key)).hasSize(1));
  }

  @Test
  @Proves(START_OLD_GRANT_IS_RETIRED_LATER)
  void the_old_grant_stays_until_what_was_sealed_under_the_old_key_is_delivered() throws Exception {
    String stream = newName();
    create(stream, 900);
    String old = newKey();
    String changed = newKey();
    encrypt(stream, old);
    put(stream, "under the old key");
    fault("{'service':'s3','operation':'PutObject','error':{'code':'SlowDown'}}");
    encrypt(stream, changed);
    advance(Duration.ofMinutes(15));
    await().atMost(PATIENCE).until(() -> faults().contains("\"struck\":"));
    await().atMost(PATIENCE).until(() -> !faults().contains("\"struck\":0"));
    assertThat(delivered(stream)).isEmpty();
    assertThat(grants(old)).hasSize(1);
    clearFaults();
    awaitDelivered(stream, "under the old key");
    await().atMost(PATIENCE).until(() -> grants(old).isEmpty());
    assertThat(grants(changed)).hasSize(1);
  }

  private String faults() throws Exception {
    return http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults"))).body();
  }

  @ParameterizedTest
  @Proves({START_FAILED_CHANGE_KEEPS_THE_OLD_KEY, DESCRIBE_FAILURE})
  @ValueSource(strings = {"CreateGrant", "GenerateDataKey"})
  void after_a_failed_change_the_stream_is_encrypted_with_the_old_key(String operation)
      throws Exception {
    String stream = newName();
    create(stream, 900);
    String old = newKey();
    String changed = newKey();
    encrypt(stream, old);
    fault(
        "{'service':'kms','operation':'%s','on':'%s','error':{'code':'AccessDeniedException'}}"
            .formatted(operation, changed));
    start(stream, changed);
    awaitEncryption(stream, ENABLING_FAILED);
    assertThat(encryption(stream).keyARN()).isEqualTo(old);
    assertThat(encryption(stream).keyType()).isEqualTo(CUSTOMER_MANAGED_CMK);
    assertThat(encryption(stream).failureDescription().typeAsString())
        .isEqualTo("KMS_ACCESS_DENIED");
    assertThat(put(stream, "a secret of " + stream).encrypted()).isTrue();
    assertThat(journalFiles()).doesNotContain("a secret of " + stream);
    assertThat(grants(old)).hasSize(1);
    await().atMost(PATIENCE).until(() -> grants(changed).isEmpty());
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "a secret of " + stream);

    clearFaults();
    encrypt(stream, changed);
    assertThat(encryption(stream).failureDescription()).isNull();
    assertThat(encryption(stream).keyARN()).isEqualTo(changed);
  }
}
