package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DryRunModifierType;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.IncludeKeyMaterial;
import software.amazon.awssdk.services.kms.model.InvalidGrantTokenException;
import software.amazon.awssdk.services.kms.model.InvalidMarkerException;
import software.amazon.awssdk.services.kms.model.KeyEncryptionMechanism;
import software.amazon.awssdk.services.kms.model.KeyMaterialState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.RecipientInfo;
import software.amazon.awssdk.services.kms.model.RotationsListEntry;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;

/** Members of KMS that change what an answer may be, as a client of its own sees them. */
class KmsMembersTest extends OneNode {
  private static final SdkBytes TEXT = SdkBytes.fromUtf8String("text");
  private static final RecipientInfo ENCLAVE =
      RecipientInfo.builder()
          .keyEncryptionAlgorithm(KeyEncryptionMechanism.RSAES_OAEP_SHA_256)
          .attestationDocument(TEXT)
          .build();

  private String currentMaterial(String key) {
    return kms.describeKey(r -> r.keyId(key)).keyMetadata().currentKeyMaterialId();
  }

  @Test
  void answers_name_the_key_material_also_after_a_rotation_and_a_restart() throws Exception {
    String key = newKey();
    String first = currentMaterial(key);
    assertThat(first).matches("[0-9a-f]{64}");
    var made = kms.generateDataKey(r -> r.keyId(key).keySpec(DataKeySpec.AES_256));
    assertThat(made.keyMaterialId()).isEqualTo(first);
    kms.rotateKeyOnDemand(r -> r.keyId(key));
    String second = currentMaterial(key);
    assertThat(second).matches("[0-9a-f]{64}").isNotEqualTo(first);
    restart();
    assertThat(currentMaterial(key)).isEqualTo(second);
    assertThat(kms.decrypt(r -> r.ciphertextBlob(made.ciphertextBlob())).keyMaterialId())
        .isEqualTo(first);
    assertThat(
            kms.generateDataKeyWithoutPlaintext(r -> r.keyId(key).keySpec(DataKeySpec.AES_128))
                .keyMaterialId())
        .isEqualTo(second);
    var moved = kms.reEncrypt(r -> r.ciphertextBlob(made.ciphertextBlob()).destinationKeyId(key));
    assertThat(moved.sourceKeyMaterialId()).isEqualTo(first);
    assertThat(moved.destinationKeyMaterialId()).isEqualTo(second);
    List<RotationsListEntry> all =
        kms.listKeyRotations(
                r -> r.keyId(key).includeKeyMaterial(IncludeKeyMaterial.ALL_KEY_MATERIAL))
            .rotations();
    assertThat(all).extracting(RotationsListEntry::keyMaterialId).containsExactly(first, second);
    assertThat(all)
        .extracting(RotationsListEntry::keyMaterialState)
        .containsExactly(KeyMaterialState.NON_CURRENT, KeyMaterialState.CURRENT);
    assertThat(all.get(0).rotationDate()).isNull();
    assertThat(all.get(1).rotationDate()).isNotNull();
  }

  @Test
  void nothing_comes_back_in_clear_for_an_attested_recipient() {
    String key = newKey();
    SdkBytes blob = kms.encrypt(r -> r.keyId(key).plaintext(TEXT)).ciphertextBlob();
    unsupported("Recipient", () -> kms.decrypt(r -> r.ciphertextBlob(blob).recipient(ENCLAVE)));
    unsupported(
        "Recipient",
        () ->
            kms.generateDataKey(r -> r.keyId(key).keySpec(DataKeySpec.AES_256).recipient(ENCLAVE)));
    unsupported("Recipient", () -> kms.generateRandom(r -> r.numberOfBytes(8).recipient(ENCLAVE)));
  }

  @Test
  void no_ordinary_key_comes_back_for_one_of_a_key_store() {
    unsupported(
        "CustomKeyStoreId", () -> kms.createKey(r -> r.customKeyStoreId("cks-1234567890abcdef0")));
    unsupported("XksKeyId", () -> kms.createKey(r -> r.xksKeyId("external-1")));
    unsupported("Origin", () -> kms.createKey(r -> r.origin(OriginType.EXTERNAL_KEY_STORE)));
    assertThatThrownBy(
            () -> kms.createKey(r -> r.xksKeyId("x-1").customKeyStoreId("cks-1234567890abcdef0")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContainingAll("CustomKeyStoreId", "XksKeyId");
    unsupported(
        "CustomKeyStoreId",
        () ->
            kms.generateRandom(r -> r.numberOfBytes(8).customKeyStoreId("cks-1234567890abcdef0")));
  }

  @Test
  void a_dry_run_is_not_made_in_another_way_than_asked_for() {
    String key = newKey();
    SdkBytes blob = kms.encrypt(r -> r.keyId(key).plaintext(TEXT)).ciphertextBlob();
    unsupported(
        "DryRunModifiers",
        () ->
            kms.decrypt(
                r ->
                    r.ciphertextBlob(blob)
                        .dryRun(true)
                        .dryRunModifiers(DryRunModifierType.IGNORE_CIPHERTEXT)));
  }

  private static void unsupported(String member, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(member)
        .hasMessageContaining("is not supported");
  }

  @Test
  void markers_and_grant_tokens_must_have_been_issued() {
    String key = newKey();
    assertThatThrownBy(() -> kms.listKeys(r -> r.marker("made up")))
        .isInstanceOf(InvalidMarkerException.class);
    assertThatThrownBy(() -> kms.listKeyPolicies(r -> r.keyId(key).marker("made up")))
        .isInstanceOf(InvalidMarkerException.class);
    String token =
        kms.createGrant(
                r ->
                    r.keyId(key)
                        .granteePrincipal("arn:aws:iam::000000000000:user/worker")
                        .operations(GrantOperation.DECRYPT))
            .grantToken();
    assertThat(kms.encrypt(r -> r.keyId(key).plaintext(TEXT).grantTokens(token)).keyId())
        .isEqualTo(key);
    assertThatThrownBy(
            () -> kms.encrypt(r -> r.keyId(key).plaintext(TEXT).grantTokens(token, "made up")))
        .isInstanceOf(InvalidGrantTokenException.class);
    assertThatThrownBy(() -> kms.describeKey(r -> r.keyId(key).grantTokens("made up")))
        .isInstanceOf(InvalidGrantTokenException.class);
  }

  @Test
  void an_arn_of_another_region_is_refused_by_its_region() {
    String elsewhere = newKey().replace("us-east-1", "eu-west-1");
    assertThatThrownBy(() -> kms.describeKey(r -> r.keyId(elsewhere)))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Invalid arn eu-west-1"));
  }

  @Test
  void a_key_with_a_usual_policy_of_an_organisation_is_made_and_asked_for_its_tags() {
    String policy =
        """
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},
         "Action":"kms:*","Resource":"*"},
        {"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},
         "Action":"kms:Decrypt","Resource":"*"},
        {"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*",
         "Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}},
        {"Effect":"Deny","Principal":"*","Action":"kms:Encrypt","Resource":"*",
         "Condition":{"StringEquals":{"aws:ResourceTag/sealed":"no"}}}]}""";
    String key = kms.createKey(r -> r.policy(policy)).keyMetadata().arn();
    kms.encrypt(r -> r.keyId(key).plaintext(TEXT));
    kms.tagResource(r -> r.keyId(key).tags(Tag.builder().tagKey("sealed").tagValue("no").build()));
    assertThatThrownBy(() -> kms.encrypt(r -> r.keyId(key).plaintext(TEXT)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("explicit deny in a resource-based policy");
    assertThatThrownBy(
            () ->
                SdkClients.of(endpoint(), "111122223333")
                    .kms()
                    .generateDataKey(r -> r.keyId(key).keySpec(DataKeySpec.AES_256)))
        .hasMessageContaining("no resource-based policy allows");
  }
}
