package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.START_KEY_MUST_SERVE;
import static io.hydrant.acceptance.page.Sentence.START_NEEDS_AN_ENABLED_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;

import io.hydrant.acceptance.page.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.OriginType;

/** Which keys a stream can be encrypted with. What a look at the key tells is thrown at once. */
class KeysPageTest extends OneNode {
  private static final String NOBODYS_ID = "00000000-0000-0000-0000-000000000000";

  /** Refused at once, and nothing has changed. */
  private void refused(String keyArn, String code) {
    refused(keyArn, code, keyArn.substring(keyArn.lastIndexOf('/') + 1));
  }

  private void refused(String keyArn, String code, String message) {
    String stream = activeStream();
    InvalidKmsResourceException refused =
        catchThrowableOfType(InvalidKmsResourceException.class, () -> start(stream, keyArn));
    assertThat(refused).as(keyArn).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.getMessage()).contains(message);
    assertThat(encryption(stream).status()).isEqualTo(DISABLED);
  }

  @Test
  @Proves(START_NEEDS_AN_ENABLED_KEY)
  void a_disabled_key_is_refused_until_it_is_enabled() {
    String key = newKey();
    kms.disableKey(r -> r.keyId(key));
    refused(key, "DisabledException");
    kms.enableKey(r -> r.keyId(key));
    encrypt(activeStream(), key);
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void a_key_that_does_not_exist_is_not_found() {
    refused("arn:aws:kms:us-east-1:000000000000:key/" + NOBODYS_ID, "NotFoundException");
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void a_key_of_another_region_is_not_found() {
    refused(
        newKey().replace("us-east-1", "eu-west-1"), "NotFoundException", "Invalid arn eu-west-1");
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void a_key_of_another_account_that_lets_no_caller_in_is_denied() {
    var other = SdkClients.of(endpoint(), "111122223333").kms();
    refused(other.createKey().keyMetadata().arn(), "AccessDeniedException");
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void a_key_that_is_to_be_deleted_is_in_the_wrong_state() {
    String key = newKey();
    kms.scheduleKeyDeletion(r -> r.keyId(key).pendingWindowInDays(7));
    refused(key, "KMSInvalidStateException");
    kms.cancelKeyDeletion(r -> r.keyId(key));
    refused(key, "DisabledException");
    kms.enableKey(r -> r.keyId(key));
    encrypt(activeStream(), key);
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void a_key_that_waits_for_its_material_is_in_the_wrong_state() {
    refused(
        kms.createKey(r -> r.origin(OriginType.EXTERNAL)).keyMetadata().arn(),
        "KMSInvalidStateException");
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void a_multi_region_key_serves_in_its_region() {
    var key = kms.createKey(r -> r.multiRegion(true)).keyMetadata();
    assertThat(key.keyId()).startsWith("mrk-");
    assertThat(key.multiRegion()).isTrue();
    assertThat(key.multiRegionConfiguration().multiRegionKeyTypeAsString()).isEqualTo("PRIMARY");
    String stream = activeStream();
    encrypt(stream, key.arn());
    assertThat(put(stream, "x").encrypted()).isTrue();
    refused(
        key.arn().replace("us-east-1", "eu-west-1"), "NotFoundException", "Invalid arn eu-west-1");
  }

  @Test
  @Proves(START_KEY_MUST_SERVE)
  void asymmetric_and_hmac_keys_are_of_the_wrong_kind() {
    refused(key(KeySpec.RSA_2048, KeyUsageType.ENCRYPT_DECRYPT), "InvalidKeyUsageException");
    refused(key(KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY), "InvalidKeyUsageException");
    refused(key(KeySpec.HMAC_256, KeyUsageType.GENERATE_VERIFY_MAC), "InvalidKeyUsageException");
  }

  private String key(KeySpec spec, KeyUsageType usage) {
    return kms.createKey(r -> r.keySpec(spec).keyUsage(usage)).keyMetadata().arn();
  }

  @ParameterizedTest
  @Proves(START_KEY_MUST_SERVE)
  @ValueSource(
      strings = {
        "arn:aws:kms:us-east-1:000000000000:alias/orders",
        "alias/orders",
        NOBODYS_ID,
        "arn:aws:s3:::bucket",
        "not an arn",
        ""
      })
  void what_is_no_arn_of_a_key_breaks_the_constraint_of_keyarn(String text) {
    String stream = activeStream();
    FirehoseException refused =
        catchThrowableOfType(FirehoseException.class, () -> start(stream, text));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    assertThat(refused.getMessage())
        .contains("deliveryStreamEncryptionConfigurationInput.keyARN")
        .contains("failed to satisfy constraint");
    assertThat(encryption(stream).status()).isEqualTo(DISABLED);
  }
}
