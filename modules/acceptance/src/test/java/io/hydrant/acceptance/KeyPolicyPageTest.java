package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.PUT_REFUSED_WITHOUT_THE_KEY;
import static io.hydrant.acceptance.page.Sentence.START_INVALID_KMS_RESOURCE;
import static io.hydrant.acceptance.page.Sentence.START_POLICY_MUST_NOT_DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.DISABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;

import io.hydrant.acceptance.page.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MalformedPolicyDocumentException;

/** "The key policy mustn't explicitly deny the permission for Firehose to invoke KMS …". */
class KeyPolicyPageTest extends OneNode {
  private static final String ROOT = "{'AWS':'arn:aws:iam::000000000000:root'}";
  private static final String ALLOW =
      "{'Effect':'Allow','Principal':" + ROOT + ",'Action':'kms:*','Resource':'*'}";

  private static String policy(String... statements) {
    return ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
        .replace('\'', '"');
  }

  private static String deny(String principal, String action) {
    return "{'Sid':'No','Effect':'Deny','Principal':"
        + principal
        + ",'Action':'"
        + action
        + "','Resource':'*'}";
  }

  private String keyWith(String policy) {
    return kms.createKey(r -> r.policy(policy)).keyMetadata().arn();
  }

  private void putPolicy(String key, String policy) {
    kms.putKeyPolicy(r -> r.keyId(key).policyName("default").policy(policy));
  }

  @ParameterizedTest
  @Proves({START_POLICY_MUST_NOT_DENY, START_INVALID_KMS_RESOURCE})
  @ValueSource(strings = {"'*'", "{'AWS':'*'}", ROOT, "{'AWS':'000000000000'}"})
  void a_policy_that_denies_a_look_at_the_key_is_reported_at_once(String principal) {
    String stream = activeStream();
    String key = keyWith(policy(ALLOW, deny(principal, "kms:DescribeKey")));
    InvalidKmsResourceException refused =
        catchThrowableOfType(InvalidKmsResourceException.class, () -> start(stream, key));
    assertThat(refused.code()).isEqualTo("AccessDeniedException");
    assertThat(refused.getMessage())
        .contains("kms:DescribeKey", key, "explicit deny in a resource-based policy");
    assertThat(encryption(stream).status()).isEqualTo(DISABLED);
  }

  @ParameterizedTest
  @Proves(START_POLICY_MUST_NOT_DENY)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '*'                                          | kms:CreateGrant
          {'AWS':'arn:aws:iam::000000000000:root'}     | kms:CreateGrant
          '*'                                          | kms:GenerateDataKey
          {'Service':'firehose.amazonaws.com'}         | kms:GenerateDataKey
          {'Service':'firehose.amazonaws.com'}         | kms:GenerateDataKey*
          {'AWS':'arn:aws:iam::000000000000:root'}     | kms:generatedatakey
          """,
      quoteCharacter = '`')
  void a_policy_that_denies_firehose_its_part_is_enabling_failed(String principal, String action) {
    String stream = activeStream();
    String key = keyWith(policy(ALLOW, deny(principal, action)));
    start(stream, key);
    awaitEncryption(stream, ENABLING_FAILED);
    assertThat(encryption(stream).failureDescription().typeAsString())
        .isEqualTo("KMS_ACCESS_DENIED");
    assertThat(encryption(stream).failureDescription().details()).contains("explicit deny");
    assertThat(put(stream, "x").encrypted()).isFalse();
    putPolicy(key, policy(ALLOW));
    encrypt(stream, key);
    assertThat(put(stream, "y").encrypted()).isTrue();
  }

  @ParameterizedTest
  @Proves({START_POLICY_MUST_NOT_DENY, PUT_REFUSED_WITHOUT_THE_KEY})
  @ValueSource(
      strings = {
        "'*'",
        "{'Service':'firehose.amazonaws.com'}",
        "{'AWS':'arn:aws:iam::000000000000:root'}"
      })
  void a_policy_that_comes_to_deny_stops_puts_and_delivery_until_it_is_mended(String principal) {
    String stream = newName();
    create(stream, 900);
    String key = newKey();
    encrypt(stream, key);
    put(stream, "before");
    putPolicy(key, policy(ALLOW, deny(principal, "kms:Decrypt")));
    advance(Duration.ofMillis(100));
    assertThatThrownBy(() -> put(stream, "x"))
        .isInstanceOfSatisfying(
            InvalidKmsResourceException.class,
            e -> assertThat(e.code()).isEqualTo("AccessDeniedException"))
        .hasMessageContaining("explicit deny");
    assertThat(encryption(stream).status()).isEqualTo(ENABLED);
    putPolicy(key, policy(ALLOW));
    put(stream, " and after");
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "before and after");
  }

  @Test
  @Proves(START_POLICY_MUST_NOT_DENY)
  void a_deny_can_be_bound_to_one_stream_by_its_encryption_context() {
    String stream = activeStream();
    String other = activeStream();
    String key =
        keyWith(
            policy(
                ALLOW,
                "{'Effect':'Deny','Principal':'*','Action':'kms:GenerateDataKey','Resource':'*',"
                    + "'Condition':{'StringEquals':{'kms:EncryptionContext:aws:firehose:arn':'"
                    + describe(stream).deliveryStreamARN()
                    + "'}}}"));
    start(stream, key);
    awaitEncryption(stream, ENABLING_FAILED);
    encrypt(other, key);
  }

  @Test
  void a_key_that_lets_another_account_in_serves_that_accounts_streams() {
    SdkClients other = SdkClients.of(endpoint(), "111122223333");
    String key =
        other
            .kms()
            .createKey(r -> r.policy(policy(ALLOW.replace("000000000000", "111122223333"), ALLOW)))
            .keyMetadata()
            .arn();
    String stream = activeStream();
    encrypt(stream, key);
    assertThat(put(stream, "x").encrypted()).isTrue();
  }

  @Test
  void a_policy_is_put_read_and_listed() {
    String key = newKey();
    String policy = policy(ALLOW);
    putPolicy(key, policy);
    assertThat(kms.getKeyPolicy(r -> r.keyId(key)).policy()).isEqualTo(policy);
    assertThat(kms.listKeyPolicies(r -> r.keyId(key)).policyNames()).containsExactly("default");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                                                                  | JSON
          {'Statement':[]}                                                          | Statement
          {'Statement':{'Effect':'Perhaps','Principal':'*','Action':'kms:*'}}       | Effect
          {'Statement':{'Effect':'Deny','Action':'kms:*'}}                          | Principal
          {'Statement':{'Effect':'Deny','Principal':{'AWS':'me'},'Action':'kms:*'}} | me
          {'Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Condition':{'StringSounds':{'aws:PrincipalArn':'x'}}}} | StringSounds
          {'Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Condition':{'StringLike':{'aws:Weather':'x'}}}} | aws:Weather
          {'Version':'2012-10-17','Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Condition':{'StringLike':{'aws:PrincipalArn':'${aws:Colour}'}}}} | aws:Colour
          """,
      quoteCharacter = '`')
  void what_is_not_understood_is_refused_by_its_name(String policy, String name) {
    assertThatThrownBy(() -> putPolicy(newKey(), policy.replace('\'', '"')))
        .isInstanceOf(MalformedPolicyDocumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void a_policy_must_not_lock_its_owner_out_unless_the_caller_skips_the_check() {
    String key = newKey();
    String locking = policy(ALLOW, deny("'*'", "kms:PutKeyPolicy"));
    assertThatThrownBy(() -> putPolicy(key, locking))
        .isInstanceOf(MalformedPolicyDocumentException.class)
        .hasMessageContaining("will not allow you to update the key policy");
    kms.putKeyPolicy(r -> r.keyId(key).policy(locking).bypassPolicyLockoutSafetyCheck(true));
    assertThatThrownBy(() -> putPolicy(key, policy(ALLOW)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("explicit deny");
  }
}
