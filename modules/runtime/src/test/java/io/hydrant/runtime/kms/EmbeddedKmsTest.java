package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DisableKey;
import io.hydrant.core.kms.EnableKey;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyUsage;
import io.hydrant.core.kms.RevokeGrant;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.entity.InMemoryEntities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedKmsTest {
  private static final KeyType CUSTOMER = KeyType.CUSTOMER_MANAGED_CMK;
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final StreamArn STREAM = stream("a");

  private final InMemoryEntities<Key, KeyEvent> keys = new InMemoryEntities<>(KmsGateway.KEY);
  private final InMemoryEntities<KeyDirectory, KeyDirectoryEvent> directories =
      new InMemoryEntities<>(KmsGateway.KEY_DIRECTORY);
  private final RootKey root = RootKey.ephemeral();
  private final KmsGateway gateway = gateway(root);

  private final EmbeddedKms kms = new EmbeddedKms(gateway);
  private String key = "";

  private KmsGateway gateway(RootKey rootKey) {
    return new KmsGateway(
        new KmsDependencies(keys, directories, rootKey, IdentityPolicyStore.UNLIMITED));
  }

  @BeforeEach
  void createKey() {
    key = output(gateway.createKey(CALLER, CreateKey.Input.DEFAULT)).arn().toString();
  }

  @Test
  void a_data_key_comes_back_under_a_grant() {
    grant();
    KmsPort.DataKey made = output(kms.generateDataKey(CUSTOMER, key, STREAM));
    assertThat(made.plaintext().size()).isEqualTo(32);
    assertThat(output(kms.decrypt(CUSTOMER, key, made.wrapped(), STREAM)))
        .isEqualTo(made.plaintext());
  }

  @Test
  void without_a_grant_the_service_is_denied() {
    assertThat(refusal(kms.generateDataKey(CUSTOMER, key, STREAM)))
        .isEqualTo(
            "AccessDeniedException: User: firehose.amazonaws.com is not authorized to perform:"
                + " kms:GenerateDataKey on resource: "
                + key
                + " because no resource-based policy allows the kms:GenerateDataKey action");
  }

  @Test
  void a_grant_is_for_one_stream() {
    grant();
    assertThat(refusal(kms.generateDataKey(CUSTOMER, key, stream("b"))))
        .startsWith("AccessDeniedException");
  }

  @Test
  void a_grant_whose_answer_was_lost_is_found_even_if_its_caller_has_lost_all_permissions() {
    String grantId = grant();
    output(gateway.onKey(CALLER, key, arn -> new DisableKey(CALLER, arn)));
    Caller stranger = Caller.root("111111111111", "us-east-1");
    assertThat(output(kms.createGrant(stranger, key, STREAM, "grant-a"))).isEqualTo(grantId);
    assertThat(refusal(kms.createGrant(stranger, key, STREAM, "grant-b")))
        .startsWith("AccessDeniedException");
  }

  @Test
  void a_data_key_of_one_stream_opens_for_no_other() {
    grant();
    output(kms.createGrant(CALLER, key, stream("b"), "grant-b"));
    Bytes wrapped = output(kms.generateDataKey(CUSTOMER, key, STREAM)).wrapped();
    assertThat(refusal(kms.decrypt(CUSTOMER, key, wrapped, stream("b"))))
        .isEqualTo("InvalidCiphertextException: ");
  }

  @Test
  void a_changed_cipher_text_does_not_open() {
    grant();
    byte[] wrapped = output(kms.generateDataKey(CUSTOMER, key, STREAM)).wrapped().toArray();
    wrapped[wrapped.length - 1] ^= 1;
    assertThat(refusal(kms.decrypt(CUSTOMER, key, Bytes.wrap(wrapped), STREAM)))
        .isEqualTo("InvalidCiphertextException: ");
  }

  @Test
  void a_disabled_key_refuses_until_enabled_again() {
    grant();
    KmsPort.DataKey made = output(kms.generateDataKey(CUSTOMER, key, STREAM));
    output(gateway.onKey(CALLER, key, arn -> new DisableKey(CALLER, arn)));
    String disabled = "DisabledException: " + key + " is disabled.";
    assertThat(refusal(kms.generateDataKey(CUSTOMER, key, STREAM))).isEqualTo(disabled);
    assertThat(refusal(kms.decrypt(CUSTOMER, key, made.wrapped(), STREAM))).isEqualTo(disabled);
    assertThat(refusal(kms.describeKey(CALLER, key))).isEqualTo(disabled);
    output(gateway.onKey(CALLER, key, arn -> new EnableKey(CALLER, arn)));
    assertThat(output(kms.decrypt(CUSTOMER, key, made.wrapped(), STREAM)))
        .isEqualTo(made.plaintext());
  }

  @Test
  void a_revoked_grant_refuses() {
    String grantId = grant();
    Bytes wrapped = output(kms.generateDataKey(CUSTOMER, key, STREAM)).wrapped();
    output(gateway.onKey(CALLER, key, arn -> new RevokeGrant(CALLER, arn, grantId, false)));
    assertThat(refusal(kms.decrypt(CUSTOMER, key, wrapped, STREAM)))
        .startsWith("AccessDeniedException");
  }

  @Test
  void the_same_name_answers_the_same_grant() {
    assertThat(grant()).isEqualTo(grant());
  }

  @Test
  void a_grant_can_be_retired_again_and_again() {
    String grantId = grant();
    output(kms.retireGrant(key, grantId, STREAM));
    output(kms.retireGrant(key, grantId, STREAM));
    assertThat(refusal(kms.generateDataKey(CUSTOMER, key, STREAM)))
        .startsWith("AccessDeniedException");
  }

  @Test
  void a_grant_of_a_deleted_key_counts_as_retired() {
    String grantId = grant();
    output(gateway.onKey(CALLER, key, arn -> new ScheduleKeyDeletion(CALLER, arn, Optional.of(7))));
    assertThat(refusal(kms.describeKey(CALLER, key))).contains("is pending deletion.");
    keys.advance(Duration.ofDays(7));
    assertThat(refusal(kms.describeKey(CALLER, key)))
        .isEqualTo("NotFoundException: Key '" + key + "' does not exist");
    output(kms.retireGrant(key, grantId, STREAM));
  }

  @Test
  void an_alias_arn_is_described_as_its_key() {
    output(gateway.createAlias(CALLER, "alias/a", key));
    assertThat(output(kms.describeKey(CALLER, "arn:aws:kms:us-east-1:000000000000:alias/a")))
        .isEqualTo(key);
  }

  @Test
  void a_key_that_cannot_encrypt_or_is_elsewhere_is_refused() {
    var signing =
        new CreateKey.Input(
            Optional.empty(),
            "",
            Optional.of(KeyUsage.SIGN_VERIFY),
            Optional.of(KeySpec.RSA_2048),
            Optional.empty(),
            KeyOrigin.AWS_KMS,
            false,
            false,
            List.of());
    String arn = output(gateway.createKey(CALLER, signing)).arn().toString();
    assertThat(refusal(kms.describeKey(CALLER, arn))).startsWith("InvalidKeyUsageException");
    assertThat(refusal(kms.describeKey(CALLER, key.replace("us-east-1", "eu-west-1"))))
        .isEqualTo("NotFoundException: Invalid arn eu-west-1");
    assertThat(refusal(kms.describeKey(Caller.root("111111111111", "us-east-1"), key)))
        .startsWith("AccessDeniedException");
  }

  @Test
  void the_owned_key_is_made_once_a_region_and_needs_no_grant() {
    String owned = output(kms.awsOwnedKey("us-east-1"));
    assertThat(output(kms.awsOwnedKey("us-east-1"))).isEqualTo(owned);
    assertThat(output(kms.awsOwnedKey("eu-west-1"))).isNotEqualTo(owned);
    KmsPort.DataKey made = output(kms.generateDataKey(KeyType.AWS_OWNED_CMK, owned, STREAM));
    assertThat(output(kms.decrypt(KeyType.AWS_OWNED_CMK, owned, made.wrapped(), STREAM)))
        .isEqualTo(made.plaintext());
    assertThat(refusal(gateway.describeKey(CALLER, owned))).startsWith("AccessDeniedException");
  }

  @Test
  void keys_need_the_root_key_that_wrapped_them() {
    grant();
    Bytes wrapped = output(kms.generateDataKey(CUSTOMER, key, STREAM)).wrapped();
    EmbeddedKms restarted = new EmbeddedKms(gateway(root));
    assertThat(output(restarted.decrypt(CUSTOMER, key, wrapped, STREAM)).size()).isEqualTo(32);
    EmbeddedKms strange = new EmbeddedKms(gateway(RootKey.ephemeral()));
    assertThat(refusal(strange.decrypt(CUSTOMER, key, wrapped, STREAM)))
        .startsWith("KMSInternalException");
  }

  private String grant() {
    return output(kms.createGrant(CALLER, key, STREAM, "grant-a"));
  }

  private static StreamArn stream(String name) {
    return new StreamArn("us-east-1", "000000000000", new StreamName(name));
  }

  private static <O> O output(CompletionStage<Reply<O>> stage) {
    return stage
        .toCompletableFuture()
        .join()
        .fold(
            output -> output,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  private static String refusal(CompletionStage<? extends Reply<?>> stage) {
    return stage
        .toCompletableFuture()
        .join()
        .fold(output -> "success", refusal -> refusal.code() + ": " + refusal.message());
  }
}
