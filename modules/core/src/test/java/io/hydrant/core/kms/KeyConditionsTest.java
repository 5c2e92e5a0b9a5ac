package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What calls to a key say of themselves and of the key, by condition key. */
class KeyConditionsTest {
  private final KeyHistory key = KeyHistory.created();

  private Map<String, List<String>> keys(KeyCommand<?> command) {
    return keys(command, KeyCallContext.of(List.of()));
  }

  private Map<String, List<String>> keys(KeyCommand<?> command, KeyCallContext context) {
    return KmsConditionKeys.of(command, key.state.present(), context, KeyHistory.START);
  }

  @Test
  void a_key_is_known_by_its_tags_and_its_account() {
    key.ask(new TagResource(OWNER, ARN, List.of(new Tag("team", "blue"))));
    assertThat(keys(new DescribeKey(KeyHistory.STRANGER, ARN)))
        .containsEntry("aws:ResourceTag/team", List.of("blue"))
        .containsEntry("aws:ResourceAccount", List.of("000000000000"))
        .containsEntry("kms:CallerAccount", List.of("111111111111"));
    key.ask(new UntagResource(OWNER, ARN, List.of("team")));
    assertThat(keys(new DescribeKey(OWNER, ARN))).doesNotContainKey("aws:ResourceTag/team");
  }

  @Test
  void a_key_is_known_by_its_aliases_and_the_one_that_was_used() {
    KeyCallContext context =
        new KeyCallContext(
            List.of(), Optional.of("alias/a"), Optional.of(List.of("alias/a", "alias/b")));
    assertThat(keys(new DescribeKey(OWNER, ARN), context))
        .containsEntry("kms:RequestAlias", List.of("alias/a"))
        .containsEntry("kms:ResourceAliases", List.of("alias/a", "alias/b"));
    assertThat(keys(new DescribeKey(OWNER, ARN)))
        .doesNotContainKeys("kms:RequestAlias", "kms:ResourceAliases");
  }

  @Test
  void a_key_is_known_by_its_kind() {
    assertThat(keys(new DescribeKey(OWNER, ARN)))
        .containsEntry("kms:KeySpec", List.of("SYMMETRIC_DEFAULT"))
        .containsEntry("kms:CustomerMasterKeySpec", List.of("SYMMETRIC_DEFAULT"))
        .containsEntry("kms:KeyUsage", List.of("ENCRYPT_DECRYPT"))
        .containsEntry("kms:CustomerMasterKeyUsage", List.of("ENCRYPT_DECRYPT"))
        .containsEntry("kms:KeyOrigin", List.of("AWS_KMS"))
        .containsEntry("kms:MultiRegion", List.of("false"))
        .doesNotContainKey("kms:MultiRegionKeyType");
    assertThat(
            KmsConditionKeys.ofKind(
                KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, KeyOrigin.AWS_KMS, true))
        .containsEntry("kms:MultiRegion", List.of("true"))
        .containsEntry("kms:MultiRegionKeyType", List.of("PRIMARY"));
  }

  @Test
  void operations_say_what_they_are_asked_for() {
    String algorithm = Encrypt.SYMMETRIC_DEFAULT;
    DataKeyRequest dataKey = DataKeyRequest.aes256(Map.of());
    assertThat(
            List.of(
                new Encrypt(OWNER, ARN, 1, Map.of(), algorithm, false),
                new Decrypt(OWNER, ARN, 1, Map.of(), algorithm, false),
                new GenerateDataKey(OWNER, ARN, dataKey),
                new GenerateDataKeyWithoutPlaintext(OWNER, ARN, dataKey),
                new ReEncryptFrom(OWNER, ARN, 1, Map.of(), algorithm, true),
                new ReEncryptTo(OWNER, ARN, Map.of(), algorithm, true, false)))
        .allSatisfy(
            command ->
                assertThat(keys(command))
                    .containsEntry("kms:EncryptionAlgorithm", List.of(algorithm)));
    assertThat(keys(new ReEncryptFrom(OWNER, ARN, 1, Map.of(), algorithm, true)))
        .containsEntry("kms:ReEncryptOnSameKey", List.of("true"));
    assertThat(keys(new ReEncryptTo(OWNER, ARN, Map.of(), algorithm, false, false)))
        .containsEntry("kms:ReEncryptOnSameKey", List.of("false"));
    assertThat(keys(new EnableKeyRotation(OWNER, ARN, Optional.of(90))))
        .containsEntry("kms:RotationPeriodInDays", List.of("90"));
    assertThat(keys(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty())))
        .containsEntry("kms:ScheduleKeyDeletionPendingWindowInDays", List.of("30"));
    assertThat(keys(new PutKeyPolicy(OWNER, ARN, "default", key.state.present().policy(), true)))
        .containsEntry("kms:BypassPolicyLockoutSafetyCheck", List.of("true"));
    assertThat(keys(new TagResource(OWNER, ARN, List.of(new Tag("team", "blue")))))
        .containsEntry("aws:RequestTag/team", List.of("blue"))
        .containsEntry("aws:TagKeys", List.of("team"));
    assertThat(keys(new UntagResource(OWNER, ARN, List.of("team"))))
        .containsEntry("aws:TagKeys", List.of("team"));
  }

  @Test
  void a_new_key_says_what_it_shall_be() {
    CreateKey.Input input = KeyHistory.input(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY);
    CreateKey create = new CreateKey(OWNER, ARN, input, KeyManager.CUSTOMER, Bytes.ofUtf8("m"));
    assertThat(create.conditionKeys())
        .containsEntry("kms:KeySpec", List.of("RSA_2048"))
        .containsEntry("kms:KeyUsage", List.of("SIGN_VERIFY"))
        .containsEntry("kms:BypassPolicyLockoutSafetyCheck", List.of("false"));
  }

  @Test
  void a_call_through_a_service_says_so_unless_the_service_calls_itself() {
    Caller through = OWNER.calledVia("firehose.us-east-1.amazonaws.com", Optional.empty());
    assertThat(keys(new DescribeKey(through, ARN)))
        .containsEntry("aws:ViaAWSService", List.of("true"))
        .containsEntry("aws:CalledVia", List.of("firehose.amazonaws.com"))
        .containsEntry("aws:CalledViaFirst", List.of("firehose.amazonaws.com"))
        .containsEntry("aws:CalledViaLast", List.of("firehose.amazonaws.com"));
    Caller service =
        new Caller("000000000000", "us-east-1", "firehose.amazonaws.com", Optional.empty())
            .calledVia("firehose.us-east-1.amazonaws.com", Optional.empty());
    assertThat(keys(new DescribeKey(service, ARN)))
        .containsEntry("aws:ViaAWSService", List.of("false"))
        .doesNotContainKey("aws:CalledVia");
    assertThat(keys(new DescribeKey(OWNER, ARN)))
        .containsEntry("aws:ViaAWSService", List.of("false"))
        .doesNotContainKey("aws:CalledVia");
  }

  @Test
  void a_cryptographic_call_says_its_encryption_context() {
    Encrypt encrypt =
        new Encrypt(OWNER, ARN, 1, Map.of("stream", "a"), Encrypt.SYMMETRIC_DEFAULT, false);
    assertThat(keys(encrypt))
        .containsEntry("kms:EncryptionContext:stream", List.of("a"))
        .containsEntry("kms:EncryptionContextKeys", List.of("stream"));
    Encrypt without = new Encrypt(OWNER, ARN, 1, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false);
    assertThat(keys(without)).doesNotContainKey("kms:EncryptionContextKeys");
  }

  @Test
  void a_call_through_a_service_names_it() {
    Caller through = OWNER.calledVia("firehose.us-east-1.amazonaws.com", Optional.empty());
    assertThat(keys(new DescribeKey(through, ARN)))
        .containsEntry("kms:ViaService", List.of("firehose.us-east-1.amazonaws.com"));
    assertThat(keys(new DescribeKey(OWNER, ARN))).doesNotContainKey("kms:ViaService");
  }

  @Test
  void the_tags_of_a_new_key_are_those_of_the_request() {
    CreateKey.Input tagged =
        KeyHistory.input(
            Optional.empty(), KeyOrigin.AWS_KMS, false, List.of(new Tag("team", "blue")));
    assertThat(
            new CreateKey(OWNER, ARN, tagged, KeyManager.CUSTOMER, Bytes.ofUtf8("m"))
                .conditionKeys())
        .containsEntry("aws:RequestTag/team", List.of("blue"))
        .containsEntry("aws:TagKeys", List.of("team"));
  }

  @Test
  void the_id_of_a_key_says_if_it_is_a_multi_region_key() {
    assertThat(ARN.isMultiRegion()).isFalse();
    assertThat(new KeyArn("us-east-1", "000000000000", "mrk-1").isMultiRegion()).isTrue();
  }
}
