package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.LimitExceededException;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

@SuppressWarnings("deprecation") // S3DestinationConfiguration is deprecated, and still used.
class EncryptionTest extends OneNode {
  @Test
  void starting_answers_at_once_and_passes_from_enabling_to_enabled() {
    String stream = activeStream();
    String key = newKey();
    start(stream, key);
    assertThat(encryption(stream).status())
        .isIn(DeliveryStreamEncryptionStatus.ENABLING, DeliveryStreamEncryptionStatus.ENABLED);
    awaitEncryption(stream, DeliveryStreamEncryptionStatus.ENABLED);
    assertThat(encryption(stream).keyARN()).isEqualTo(key);
    assertThat(encryption(stream).keyType()).isEqualTo(KeyType.CUSTOMER_MANAGED_CMK);
  }

  @Test
  void records_are_encrypted_in_the_journal_and_arrive_as_they_were() throws Exception {
    String sealed = newName();
    String plain = newName();
    create(sealed, 2);
    create(plain, 2);
    encrypt(sealed, newKey());
    assertThat(put(sealed, "a secret of " + sealed).encrypted()).isTrue();
    assertThat(put(plain, "no secret of " + plain).encrypted()).isFalse();
    assertThat(journalFiles())
        .contains("no secret of " + plain)
        .doesNotContain("a secret of " + sealed);
    awaitDelivered(sealed, "a secret of " + sealed);
    awaitDelivered(plain, "no secret of " + plain);
  }

  @Test
  void an_aws_owned_key_needs_no_grant_and_shows_no_arn() {
    String stream = activeStream();
    firehose.startDeliveryStreamEncryption(r -> r.deliveryStreamName(stream));
    awaitEncryption(stream, DeliveryStreamEncryptionStatus.ENABLED);
    assertThat(encryption(stream).keyARN()).isNull();
    assertThat(encryption(stream).keyType()).isEqualTo(KeyType.AWS_OWNED_CMK);
    assertThat(put(stream, "x").encrypted()).isTrue();
    awaitDelivered(stream, "x");
  }

  @Test
  void a_stream_can_be_created_encrypted() {
    String stream = newName();
    String key = newKey();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .deliveryStreamEncryptionConfigurationInput(
                    c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key))
                .s3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/x")));
    awaitActive(stream);
    assertThat(encryption(stream).status()).isEqualTo(DeliveryStreamEncryptionStatus.ENABLED);
    assertThat(put(stream, "x").encrypted()).isTrue();
  }

  @Test
  void the_grant_for_the_service_is_bound_to_the_stream() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    var grants = kms.listGrants(r -> r.keyId(key)).grants();
    assertThat(grants).hasSize(1);
    assertThat(grants.get(0).granteePrincipal()).isEqualTo("firehose.amazonaws.com");
    assertThat(grants.get(0).constraints().encryptionContextSubset())
        .containsEntry("aws:firehose:arn", describe(stream).deliveryStreamARN());
  }

  @Test
  void a_change_of_key_retires_the_old_grant_once_its_records_are_delivered() {
    String stream = activeStream();
    String old = newKey();
    String changed = newKey();
    encrypt(stream, old);
    put(stream, "under the old key;");
    encrypt(stream, changed);
    put(stream, "under the new key;");
    await().atMost(PATIENCE).until(() -> kms.listGrants(r -> r.keyId(old)).grants().isEmpty());
    assertThat(delivered(stream)).startsWith("under the old key;");
    assertThat(kms.listGrants(r -> r.keyId(changed)).grants()).hasSize(1);
    await().atMost(PATIENCE).until(() -> delivered(stream).endsWith("under the new key;"));
  }

  @Test
  void with_the_key_disabled_puts_are_refused_and_buffered_records_wait() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    put(stream, "before");
    kms.disableKey(r -> r.keyId(key));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              InvalidKmsResourceException refused =
                  catchThrowableOfType(InvalidKmsResourceException.class, () -> put(stream, ""));
              assertThat(refused).isNotNull();
              assertThat(refused.code()).isEqualTo("DisabledException");
              assertThat(refused.statusCode()).isEqualTo(400);
            });
    kms.enableKey(r -> r.keyId(key));
    awaitDelivered(stream, "before");
  }

  @Test
  void a_revoked_grant_makes_puts_fail_and_starting_again_mends_it() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    String grant = kms.listGrants(r -> r.keyId(key)).grants().get(0).grantId();
    kms.revokeGrant(r -> r.keyId(key).grantId(grant));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> put(stream, ""))
                    .isInstanceOf(InvalidKmsResourceException.class)
                    .hasMessageContaining("might have been revoked"));
    encrypt(stream, key);
    assertThat(put(stream, "mended").encrypted()).isTrue();
  }

  @Test
  void stopping_passes_to_disabled_and_retires_the_grant() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    firehose.stopDeliveryStreamEncryption(r -> r.deliveryStreamName(stream));
    awaitEncryption(stream, DeliveryStreamEncryptionStatus.DISABLED);
    assertThat(put(stream, "clear").encrypted()).isFalse();
    await().atMost(PATIENCE).until(() -> kms.listGrants(r -> r.keyId(key)).grants().isEmpty());
  }

  @Test
  void a_key_that_cannot_serve_is_refused_at_once_and_changes_nothing() {
    String stream = activeStream();
    String disabled = newKey();
    kms.disableKey(r -> r.keyId(disabled));
    InvalidKmsResourceException refused =
        catchThrowableOfType(InvalidKmsResourceException.class, () -> start(stream, disabled));
    assertThat(refused.code()).isEqualTo("DisabledException");
    String missing = "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-0000-0000-000000000000";
    refused = catchThrowableOfType(InvalidKmsResourceException.class, () -> start(stream, missing));
    assertThat(refused.code()).isEqualTo("NotFoundException");
    assertThat(encryption(stream).status()).isEqualTo(DeliveryStreamEncryptionStatus.DISABLED);
  }

  @Test
  void the_26th_start_or_stop_in_24_hours_is_refused() {
    String stream = activeStream();
    String key = newKey();
    for (int call = 1; call <= 25; call++) {
      if (call % 2 == 1) {
        encrypt(stream, key);
      } else {
        firehose.stopDeliveryStreamEncryption(r -> r.deliveryStreamName(stream));
        awaitEncryption(stream, DeliveryStreamEncryptionStatus.DISABLED);
      }
    }
    assertThatThrownBy(
            () -> firehose.stopDeliveryStreamEncryption(r -> r.deliveryStreamName(stream)))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("25");
    assertThat(encryption(stream).status()).isEqualTo(DeliveryStreamEncryptionStatus.ENABLED);
  }

  @Test
  void only_a_direct_put_stream_can_be_encrypted() {
    String stream = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .deliveryStreamType(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE)
                .kinesisStreamSourceConfiguration(
                    k ->
                        k.kinesisStreamARN("arn:aws:kinesis:us-east-1:000000000000:stream/s")
                            .roleARN("arn:aws:iam::000000000000:role/x"))
                .s3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/x")));
    awaitActive(stream);
    assertThatThrownBy(() -> start(stream, newKey()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("DirectPut");
  }

  @Test
  void key_type_and_arn_must_fit() {
    String stream = activeStream();
    assertThatThrownBy(
            () ->
                firehose.startDeliveryStreamEncryption(
                    r ->
                        r.deliveryStreamName(stream)
                            .deliveryStreamEncryptionConfigurationInput(
                                c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK))))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(
            () ->
                firehose.startDeliveryStreamEncryption(
                    r ->
                        r.deliveryStreamName(stream)
                            .deliveryStreamEncryptionConfigurationInput(
                                c -> c.keyType(KeyType.AWS_OWNED_CMK).keyARN(newKey()))))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void a_change_under_way_is_resource_in_use() {
    String stream = activeStream();
    String key = newKey();
    start(stream, key);
    try {
      start(stream, key);
    } catch (ResourceInUseException e) {
      assertThat(e.getMessage()).contains("ENABLING");
      return;
    }
    // The first change had ended already: then a second one is no error.
    awaitEncryption(stream, DeliveryStreamEncryptionStatus.ENABLED);
  }

  @Test
  void an_unknown_stream_is_not_found() {
    assertThatThrownBy(() -> start("no-such-stream", newKey()))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Firehose no-such-stream under account 000000000000 not found.");
  }
}
