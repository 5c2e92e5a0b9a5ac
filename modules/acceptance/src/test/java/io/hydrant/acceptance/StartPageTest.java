package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.START_CAN_FOLLOW_A_FAILURE;
import static io.hydrant.acceptance.page.Sentence.START_CREATES_A_GRANT;
import static io.hydrant.acceptance.page.Sentence.START_ENCRYPTS;
import static io.hydrant.acceptance.page.Sentence.START_FAILURE_IS_ENABLING_FAILED;
import static io.hydrant.acceptance.page.Sentence.START_IS_ASYNCHRONOUS;
import static io.hydrant.acceptance.page.Sentence.START_PASSES_ENABLING_TO_ENABLED;
import static io.hydrant.acceptance.page.Sentence.START_PUTS_TELL_WHETHER_ENCRYPTED;
import static io.hydrant.acceptance.page.Sentence.START_RECORDS_FLOW_WHILE_ENABLING;
import static io.hydrant.acceptance.page.Sentence.START_STATUS_IS_DESCRIBED;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kms.model.GrantOperation;

/** What StartDeliveryStreamEncryption does with a stream that is not encrypted. */
class StartPageTest extends OneNode {
  private static final Duration HOUR = Duration.ofHours(1);

  /** A start that stays ENABLING until an hour has passed. */
  private void startSlowly(String stream, String key) {
    fault("{'service':'kms','operation':'CreateGrant','on':'" + key + "','delay':'PT1H'}");
    start(stream, key);
  }

  @Test
  @Proves({START_IS_ASYNCHRONOUS, START_PASSES_ENABLING_TO_ENABLED, START_STATUS_IS_DESCRIBED})
  void the_call_is_answered_while_kms_has_not_done_anything_yet() {
    String stream = activeStream();
    String key = newKey();
    assertThat(encryption(stream).status()).isEqualTo(DISABLED);
    startSlowly(stream, key);
    assertThat(grants(key)).isEmpty();
    assertThat(encryption(stream).status()).isEqualTo(ENABLING);
    advance(HOUR);
    awaitEncryption(stream, ENABLED);
    assertThat(grants(key)).hasSize(1);
  }

  @Test
  @Proves(START_ENCRYPTS)
  void records_are_sealed_in_the_journal_and_arrive_as_they_were_put() throws Exception {
    String sealed = newName();
    String plain = newName();
    create(sealed, 900);
    create(plain, 900);
    encrypt(sealed, newKey());
    put(sealed, "a secret of " + sealed);
    put(plain, "no secret of " + plain);
    assertThat(journalFiles())
        .contains("no secret of " + plain)
        .doesNotContain("a secret of " + sealed);
    advance(Duration.ofMinutes(15));
    awaitDelivered(sealed, "a secret of " + sealed);
    awaitDelivered(plain, "no secret of " + plain);
  }

  @Test
  @Proves(START_RECORDS_FLOW_WHILE_ENABLING)
  void while_enabling_records_are_taken_in_clear_and_delivered() throws Exception {
    String stream = newName();
    create(stream, 900);
    startSlowly(stream, newKey());
    assertThat(put(stream, "in the open " + stream).encrypted()).isFalse();
    assertThat(putBatch(stream, ";and more").encrypted()).isFalse();
    assertThat(journalFiles()).contains("in the open " + stream);
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "in the open " + stream + ";and more");
    assertThat(encryption(stream).status()).isEqualTo(ENABLING);
    advance(HOUR);
    awaitEncryption(stream, ENABLED);
  }

  @Test
  @Proves(START_PUTS_TELL_WHETHER_ENCRYPTED)
  void both_puts_tell_whether_their_records_were_sealed() throws Exception {
    String stream = newName();
    create(stream, 900);
    assertThat(put(stream, "clear one " + stream).encrypted()).isFalse();
    assertThat(putBatch(stream, "clear two " + stream).encrypted()).isFalse();
    encrypt(stream, newKey());
    assertThat(put(stream, "sealed one " + stream).encrypted()).isTrue();
    assertThat(putBatch(stream, "sealed two " + stream).encrypted()).isTrue();
    assertThat(journalFiles())
        .contains("clear one " + stream, "clear two " + stream)
        .doesNotContain("sealed one " + stream, "sealed two " + stream);
  }

  @Test
  @Proves(START_CREATES_A_GRANT)
  void the_grant_lets_the_service_encrypt_decrypt_and_manage_it_for_this_stream_alone() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    assertThat(grants(key)).hasSize(1);
    var grant = grants(key).get(0);
    assertThat(grant.granteePrincipal()).isEqualTo("firehose.amazonaws.com");
    assertThat(grant.retiringPrincipal()).isEqualTo("firehose.amazonaws.com");
    assertThat(grant.operations())
        .contains(
            GrantOperation.ENCRYPT,
            GrantOperation.DECRYPT,
            GrantOperation.GENERATE_DATA_KEY,
            GrantOperation.CREATE_GRANT,
            GrantOperation.RETIRE_GRANT);
    assertThat(grant.constraints().encryptionContextSubset())
        .containsEntry("aws:firehose:arn", describe(stream).deliveryStreamARN());
  }

  @ParameterizedTest
  @Proves({START_FAILURE_IS_ENABLING_FAILED, START_CAN_FOLLOW_A_FAILURE})
  @CsvSource({
    "CreateGrant,     AccessDeniedException,    KMS_ACCESS_DENIED",
    "CreateGrant,     DisabledException,        DISABLED_KMS_KEY",
    "CreateGrant,     NotFoundException,        KMS_KEY_NOT_FOUND",
    "CreateGrant,     KMSInvalidStateException, INVALID_KMS_KEY",
    "CreateGrant,     LimitExceededException,   CREATE_KMS_GRANT_FAILED",
    "GenerateDataKey, AccessDeniedException,    KMS_ACCESS_DENIED",
    "GenerateDataKey, DisabledException,        DISABLED_KMS_KEY",
    "GenerateDataKey, KMSInternalException,     UNKNOWN_ERROR"
  })
  void what_fails_after_the_answer_is_enabling_failed_with_its_reason(
      String operation, String code, String type) {
    String stream = activeStream();
    String key = newKey();
    fault(
        "{'service':'kms','operation':'%s','on':'%s','times':1,'error':{'code':'%s','message':'Because.'}}"
            .formatted(operation, key, code));
    start(stream, key);
    awaitEncryption(stream, ENABLING_FAILED);
    assertThat(encryption(stream).failureDescription().typeAsString()).isEqualTo(type);
    assertThat(encryption(stream).failureDescription().details()).contains("Because.", code);
    assertThat(put(stream, "x").encrypted()).isFalse();
    encrypt(stream, key);
    assertThat(encryption(stream).failureDescription()).isNull();
    assertThat(put(stream, "y").encrypted()).isTrue();
    assertThat(grants(key)).as("the failed attempt leaves no grant behind").hasSize(1);
  }
}
