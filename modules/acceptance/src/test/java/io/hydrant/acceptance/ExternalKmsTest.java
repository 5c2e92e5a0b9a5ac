package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** A node whose keys are in the KMS of another node. */
class ExternalKmsTest extends KeysElsewhere {
  private void awaitRefused(String stream, String code) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              InvalidKmsResourceException refused =
                  catchThrowableOfType(InvalidKmsResourceException.class, () -> put(stream, ""));
              assertThat(refused).isNotNull();
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  @Test
  void records_are_sealed_under_a_key_elsewhere_and_arrive_as_they_were() throws Exception {
    String stream = activeStream();
    encrypt(stream, keyElsewhere());
    assertThat(put(stream, "a secret of " + stream).encrypted()).isTrue();
    assertThat(journalFiles()).doesNotContain("a secret of " + stream);
    awaitDelivered(stream, "a secret of " + stream);
  }

  @Test
  void kms_calls_to_this_node_reach_the_kms_elsewhere() {
    String key = newKey();
    assertThat(keys.describeKey(r -> r.keyId(key)).keyMetadata().arn()).isEqualTo(key);
    assertThatThrownBy(() -> kms.describeKey(r -> r.keyId("alias/none")))
        .isInstanceOf(software.amazon.awssdk.services.kms.model.NotFoundException.class)
        .hasMessageContaining("is not found.");
    String stream = activeStream();
    encrypt(stream, key);
    assertThat(put(stream, "x").encrypted()).isTrue();
  }

  @Test
  void the_grant_elsewhere_is_bound_to_the_stream() {
    String stream = activeStream();
    String key = keyElsewhere();
    encrypt(stream, key);
    assertThat(keys.listGrants(r -> r.keyId(key)).grants())
        .singleElement()
        .satisfies(
            grant -> {
              assertThat(grant.granteePrincipal()).isEqualTo("firehose.amazonaws.com");
              assertThat(grant.constraints().encryptionContextSubset())
                  .containsEntry("aws:firehose:arn", describe(stream).deliveryStreamARN());
            });
  }

  @Test
  void with_the_key_disabled_elsewhere_puts_are_refused_and_buffered_records_wait() {
    String stream = activeStream();
    String key = keyElsewhere();
    encrypt(stream, key);
    put(stream, "before");
    keys.disableKey(r -> r.keyId(key));
    awaitRefused(stream, "DisabledException");
    keys.enableKey(r -> r.keyId(key));
    awaitDelivered(stream, "before");
    assertThat(put(stream, ", after").encrypted()).isTrue();
    awaitDelivered(stream, "before, after");
  }

  @Test
  void a_grant_revoked_elsewhere_makes_puts_fail_and_starting_again_mends_it() {
    String stream = activeStream();
    String key = keyElsewhere();
    encrypt(stream, key);
    GrantListEntry grant = keys.listGrants(r -> r.keyId(key)).grants().get(0);
    keys.revokeGrant(r -> r.keyId(key).grantId(grant.grantId()));
    awaitRefused(stream, "AccessDeniedException");
    encrypt(stream, key);
    assertThat(put(stream, "mended").encrypted()).isTrue();
  }

  @Test
  void stopping_retires_the_grant_elsewhere() {
    String stream = activeStream();
    String key = keyElsewhere();
    encrypt(stream, key);
    firehose.stopDeliveryStreamEncryption(r -> r.deliveryStreamName(stream));
    awaitEncryption(stream, DeliveryStreamEncryptionStatus.DISABLED);
    await().atMost(PATIENCE).until(() -> keys.listGrants(r -> r.keyId(key)).grants().isEmpty());
  }

  @Test
  void a_key_that_cannot_serve_is_refused_at_once() {
    String stream = activeStream();
    String disabled = keyElsewhere();
    keys.disableKey(r -> r.keyId(disabled));
    assertThat(refused(stream, disabled)).isEqualTo("DisabledException");
    String doomed = keyElsewhere();
    keys.scheduleKeyDeletion(r -> r.keyId(doomed));
    assertThat(refused(stream, doomed)).isEqualTo("KMSInvalidStateException");
    String signing =
        keys.createKey(r -> r.keySpec(KeySpec.RSA_2048).keyUsage(KeyUsageType.SIGN_VERIFY))
            .keyMetadata()
            .arn();
    assertThat(refused(stream, signing)).isEqualTo("InvalidKeyUsageException");
    assertThat(refused(stream, signing.replaceFirst("[^/]*$", "none")))
        .isEqualTo("NotFoundException");
    assertThat(encryption(stream).status()).isEqualTo(DeliveryStreamEncryptionStatus.DISABLED);
  }

  private String refused(String stream, String key) {
    return catchThrowableOfType(InvalidKmsResourceException.class, () -> start(stream, key)).code();
  }

  @Test
  void an_aws_owned_key_is_made_once_elsewhere() {
    for (String stream : new String[] {activeStream(), activeStream()}) {
      firehose.startDeliveryStreamEncryption(r -> r.deliveryStreamName(stream));
      awaitEncryption(stream, DeliveryStreamEncryptionStatus.ENABLED);
      assertThat(put(stream, "x").encrypted()).isTrue();
      awaitDelivered(stream, "x");
    }
    assertThat(keys.listAliases().aliases())
        .extracting(AliasListEntry::aliasName)
        .containsOnlyOnce("alias/hydrant/firehose-owned");
  }

  private String faults() throws Exception {
    return http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults"))).body();
  }

  @Test
  void while_the_kms_elsewhere_is_down_enabling_waits_for_it() {
    String sealed = activeStream();
    String stream = activeStream();
    String key = keyElsewhere();
    encrypt(sealed, key);
    fault("{'service':'kms','operation':'CreateGrant','times':1,'delay':'PT1H'}");
    start(stream, key);
    await().atMost(PATIENCE).until(() -> faults().contains("\"struck\":1"));
    int port = keysNode.port();
    keysNode.close();
    advance(Duration.ofHours(1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> put(sealed, ""))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("KMS did not answer"));
    String other = activeStream();
    assertThatThrownBy(() -> start(other, key))
        .isInstanceOf(FirehoseException.class)
        .hasMessageContaining("KMS did not answer");
    assertThat(encryption(stream).status()).isEqualTo(DeliveryStreamEncryptionStatus.ENABLING);
    startKeysNode(port);
    awaitEncryption(stream, DeliveryStreamEncryptionStatus.ENABLED);
    assertThat(put(stream, "x").encrypted()).isTrue();
    assertThat(put(sealed, "y").encrypted()).isTrue();
  }
}
