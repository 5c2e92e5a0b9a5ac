package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.LimitExceededException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.RotationType;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.kms.model.TagException;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;

/** KMS behind Firehose, as a client of its own sees it. */
class KmsTest extends OneNode {
  private SdkBytes encrypt(String key, String text, Map<String, String> context) {
    return kms.encrypt(
            r -> r.keyId(key).plaintext(SdkBytes.fromUtf8String(text)).encryptionContext(context))
        .ciphertextBlob();
  }

  private String decrypt(SdkBytes blob, Map<String, String> context) {
    return kms.decrypt(r -> r.ciphertextBlob(blob).encryptionContext(context))
        .plaintext()
        .asUtf8String();
  }

  @Test
  void what_was_sealed_before_a_rotation_is_readable_after_it() {
    String key = newKey();
    SdkBytes before = encrypt(key, "old", Map.of());
    kms.rotateKeyOnDemand(r -> r.keyId(key));
    SdkBytes after = encrypt(key, "new", Map.of());
    assertThat(decrypt(before, Map.of())).isEqualTo("old");
    assertThat(decrypt(after, Map.of())).isEqualTo("new");
    var rotations = kms.listKeyRotations(r -> r.keyId(key)).rotations();
    assertThat(rotations).hasSize(1);
    assertThat(rotations.get(0).rotationType()).isEqualTo(RotationType.ON_DEMAND);
  }

  @Test
  void a_key_whose_rotation_is_due_in_a_year_is_usable_until_then() throws Exception {
    String key = newKey();
    kms.enableKeyRotation(r -> r.keyId(key));
    SdkBytes text = SdkBytes.fromUtf8String("text");
    kms.encrypt(r -> r.keyId(key).plaintext(text));
    restart();
    kms.encrypt(r -> r.keyId(key).plaintext(text));
    assertThat(kms.getKeyRotationStatus(r -> r.keyId(key)).rotationPeriodInDays()).isEqualTo(365);
  }

  @Test
  void an_on_demand_rotation_can_be_had_ten_times() {
    String key = newKey();
    for (int rotation = 0; rotation < 10; rotation++) {
      kms.rotateKeyOnDemand(r -> r.keyId(key));
    }
    assertThatThrownBy(() -> kms.rotateKeyOnDemand(r -> r.keyId(key)))
        .isInstanceOf(LimitExceededException.class);
    var page = kms.listKeyRotations(r -> r.keyId(key).limit(7));
    assertThat(page.rotations()).hasSize(7);
    assertThat(page.truncated()).isTrue();
    assertThat(kms.listKeyRotations(r -> r.keyId(key).marker(page.nextMarker())).rotations())
        .hasSize(3);
  }

  @Test
  void automatic_rotation_comes_with_its_day_and_again_after_its_period() {
    String key = newKey();
    assertThat(kms.getKeyRotationStatus(r -> r.keyId(key)).keyRotationEnabled()).isFalse();
    kms.enableKeyRotation(r -> r.keyId(key).rotationPeriodInDays(90));
    var status = kms.getKeyRotationStatus(r -> r.keyId(key));
    assertThat(status.keyRotationEnabled()).isTrue();
    assertThat(status.rotationPeriodInDays()).isEqualTo(90);
    SdkBytes before = encrypt(key, "old", Map.of());
    advance(Duration.ofDays(90));
    await().atMost(PATIENCE).until(() -> rotations(key) == 1);
    assertThat(decrypt(before, Map.of())).isEqualTo("old");
    assertThat(kms.getKeyRotationStatus(r -> r.keyId(key)).nextRotationDate())
        .isEqualTo(status.nextRotationDate().plus(Duration.ofDays(90)));
    advance(Duration.ofDays(90));
    await().atMost(PATIENCE).until(() -> rotations(key) == 2);
    kms.disableKeyRotation(r -> r.keyId(key));
    assertThat(kms.getKeyRotationStatus(r -> r.keyId(key)).keyRotationEnabled()).isFalse();
  }

  private int rotations(String key) {
    return kms.listKeyRotations(r -> r.keyId(key)).rotations().size();
  }

  @Test
  void only_an_enabled_symmetric_key_of_kms_itself_is_rotated() {
    String key = newKey();
    kms.disableKey(r -> r.keyId(key));
    assertThatThrownBy(() -> kms.rotateKeyOnDemand(r -> r.keyId(key)))
        .isInstanceOf(DisabledException.class);
    kms.scheduleKeyDeletion(r -> r.keyId(key));
    assertThatThrownBy(() -> kms.enableKeyRotation(r -> r.keyId(key)))
        .isInstanceOf(KmsInvalidStateException.class);
    String rsa =
        kms.createKey(r -> r.keySpec(KeySpec.RSA_2048).keyUsage(KeyUsageType.SIGN_VERIFY))
            .keyMetadata()
            .arn();
    assertThatThrownBy(() -> kms.enableKeyRotation(r -> r.keyId(rsa)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_rotated_key_goes_on_serving_a_stream() {
    String stream = newName();
    create(stream, 900);
    String key = newKey();
    encrypt(stream, key);
    put(stream, "before;");
    kms.rotateKeyOnDemand(r -> r.keyId(key));
    advance(Duration.ofSeconds(1));
    assertThat(put(stream, "after").encrypted()).isTrue();
    advance(Duration.ofMinutes(15));
    awaitDelivered(stream, "before;after");
  }

  @Test
  void re_encrypt_moves_a_cipher_text_to_another_key_and_context() {
    String from = newKey();
    String to = newKey();
    SdkBytes blob = encrypt(from, "secret", Map.of("a", "1"));
    var moved =
        kms.reEncrypt(
            r ->
                r.ciphertextBlob(blob)
                    .sourceEncryptionContext(Map.of("a", "1"))
                    .destinationKeyId(to)
                    .destinationEncryptionContext(Map.of("b", "2")));
    assertThat(moved.sourceKeyId()).isEqualTo(from);
    assertThat(moved.keyId()).isEqualTo(to);
    assertThat(decrypt(moved.ciphertextBlob(), Map.of("b", "2"))).isEqualTo("secret");
    assertThatThrownBy(() -> kms.reEncrypt(r -> r.ciphertextBlob(blob).destinationKeyId(to)))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(
            () -> kms.reEncrypt(r -> r.ciphertextBlob(blob).sourceKeyId(to).destinationKeyId(to)))
        .isInstanceOf(IncorrectKeyException.class);
    assertThatThrownBy(
            () ->
                kms.reEncrypt(
                    r ->
                        r.ciphertextBlob(blob)
                            .sourceEncryptionContext(Map.of("a", "1"))
                            .destinationKeyId(to)
                            .dryRun(true)))
        .isInstanceOf(DryRunOperationException.class);
    kms.disableKey(r -> r.keyId(to));
    assertThatThrownBy(
            () ->
                kms.reEncrypt(
                    r ->
                        r.ciphertextBlob(blob)
                            .sourceEncryptionContext(Map.of("a", "1"))
                            .destinationKeyId(to)
                            .dryRun(true)))
        .isInstanceOf(DisabledException.class);
  }

  @Test
  void re_encryption_needs_a_right_on_both_keys() {
    SdkClients other = SdkClients.of(endpoint(), "111122223333");
    String theirs = other.kms().createKey().keyMetadata().arn();
    SdkBytes blob = encrypt(newKey(), "secret", Map.of());
    assertThatThrownBy(() -> kms.reEncrypt(r -> r.ciphertextBlob(blob).destinationKeyId(theirs)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("kms:ReEncryptTo");
    other
        .kms()
        .createGrant(
            r ->
                r.keyId(theirs)
                    .granteePrincipal("arn:aws:iam::000000000000:root")
                    .operations(GrantOperation.RE_ENCRYPT_TO));
    kms.reEncrypt(r -> r.ciphertextBlob(blob).destinationKeyId(theirs));
  }

  @Test
  void tags_are_added_changed_removed_and_listed() {
    String key = newKey();
    kms.tagResource(r -> r.keyId(key).tags(tag("team", "orders"), tag("stage", "test")));
    kms.tagResource(r -> r.keyId(key).tags(tag("team", "billing")));
    var first = kms.listResourceTags(r -> r.keyId(key).limit(1));
    assertThat(first.tags()).containsExactly(tag("stage", "test"));
    assertThat(first.truncated()).isTrue();
    assertThat(kms.listResourceTags(r -> r.keyId(key).marker(first.nextMarker())).tags())
        .containsExactly(tag("team", "billing"));
    kms.untagResource(r -> r.keyId(key).tagKeys("stage", "unknown"));
    assertThat(kms.listResourceTags(r -> r.keyId(key)).tags()).hasSize(1);
    assertThatThrownBy(() -> kms.tagResource(r -> r.keyId(key).tags(tag("aws:x", "y"))))
        .isInstanceOf(TagException.class);
    List<Tag> many =
        java.util.stream.IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toList();
    assertThatThrownBy(() -> kms.tagResource(r -> r.keyId(key).tags(many)))
        .isInstanceOf(TagException.class)
        .hasMessageContaining("Too many tags");
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().tagKey(key).tagValue(value).build();
  }

  @Test
  void an_alias_is_pointed_at_another_key_of_its_kind() {
    String first = newKey();
    String second = newKey();
    kms.createAlias(r -> r.aliasName("alias/moving").targetKeyId(first));
    SdkBytes blob = encrypt("alias/moving", "secret", Map.of());
    kms.updateAlias(r -> r.aliasName("alias/moving").targetKeyId(second));
    assertThat(kms.describeKey(r -> r.keyId("alias/moving")).keyMetadata().arn()).isEqualTo(second);
    assertThat(decrypt(blob, Map.of())).isEqualTo("secret");
    String hmac =
        kms.createKey(r -> r.keySpec(KeySpec.HMAC_256).keyUsage(KeyUsageType.GENERATE_VERIFY_MAC))
            .keyMetadata()
            .arn();
    assertThatThrownBy(() -> kms.updateAlias(r -> r.aliasName("alias/moving").targetKeyId(hmac)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("same key spec");
    assertThatThrownBy(() -> kms.updateAlias(r -> r.aliasName("alias/none").targetKeyId(first)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_description_is_changed() {
    String key = newKey();
    kms.updateKeyDescription(r -> r.keyId(key).description("orders"));
    assertThat(kms.describeKey(r -> r.keyId(key)).keyMetadata().description()).isEqualTo("orders");
  }

  @Test
  void grants_are_listed_by_who_may_retire_them() {
    String principal = "arn:aws:iam::000000000000:user/retirer";
    for (int key = 0; key < 3; key++) {
      String arn = newKey();
      kms.createGrant(
          r ->
              r.keyId(arn)
                  .granteePrincipal("arn:aws:iam::000000000000:user/worker")
                  .retiringPrincipal(principal)
                  .operations(GrantOperation.DECRYPT));
    }
    var first = kms.listRetirableGrants(r -> r.retiringPrincipal(principal).limit(2));
    assertThat(first.grants()).hasSize(2);
    assertThat(first.truncated()).isTrue();
    var rest =
        kms.listRetirableGrants(r -> r.retiringPrincipal(principal).marker(first.nextMarker()));
    assertThat(rest.grants()).hasSize(1);
    assertThat(rest.grants().get(0).keyId()).startsWith("arn:aws:kms:");
  }

  @Test
  void random_bytes_are_random() {
    assertThat(kms.generateRandom(r -> r.numberOfBytes(32)).plaintext())
        .isNotEqualTo(kms.generateRandom(r -> r.numberOfBytes(32)).plaintext());
  }
}
