package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.ListKeyRotations;
import io.hydrant.core.kms.Page;
import io.hydrant.core.kms.ReEncrypt;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import io.hydrant.runtime.entity.InMemoryEntities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded KMS as clients call it. */
class KmsGatewayTest {
  private static final Caller OWNER = Caller.root("000000000000", "us-east-1");
  private static final Caller ALICE =
      new Caller(
          "000000000000", "us-east-1", "arn:aws:iam::000000000000:user/alice", Optional.empty());

  /** Of Alice. */
  private final List<NamedPolicy> policies = new ArrayList<>();

  private final InMemoryEntities<Key, KeyEvent> keys = new InMemoryEntities<>(KmsGateway.KEY);
  private final InMemoryEntities<KeyDirectory, KeyDirectoryEvent> directories =
      new InMemoryEntities<>(KmsGateway.KEY_DIRECTORY);
  private final KmsGateway gateway =
      new KmsGateway(new KmsDependencies(keys, directories, RootKey.ephemeral(), arn -> policies));
  private String key = "";

  @BeforeEach
  void createKey() {
    key = newKey();
  }

  private String newKey() {
    return output(gateway.createKey(OWNER, CreateKey.Input.DEFAULT)).arn().toString();
  }

  private void allowAlice(String operator, String conditionKey, String value) {
    allowAlice("kms:DescribeKey", operator, conditionKey, value);
  }

  private void allowAlice(String action, String operator, String conditionKey, String value) {
    Structure statement =
        Structure.empty()
            .with("Effect", new Text("Allow"))
            .with("Action", new Text(action))
            .with("Resource", new Text("*"))
            .with(
                "Condition",
                Structure.empty()
                    .with(operator, Structure.empty().with(conditionKey, new Text(value))));
    policies.add(
        PolicyReader.read(Structure.empty().with("Statement", statement), PolicyKind.IDENTITY)
            .fold(
                read -> new NamedPolicy("the policy Test", read),
                refusal -> {
                  throw new AssertionError(refusal);
                }));
  }

  @Test
  void a_policy_can_depend_on_the_aliases_that_a_key_has_now() {
    allowAlice("ForAnyValue:StringLike", "kms:ResourceAliases", "alias/app-*");
    assertThat(code(gateway.describeKey(ALICE, key))).isEqualTo("AccessDeniedException");
    output(gateway.createAlias(OWNER, "alias/app-1", key));
    assertThat(code(gateway.describeKey(ALICE, key))).isEqualTo("success");
    assertThat(code(gateway.describeKey(ALICE, "alias/app-1"))).isEqualTo("success");
    assertThat(code(gateway.describeKey(ALICE, newKey()))).isEqualTo("AccessDeniedException");
    output(gateway.deleteAlias(OWNER, "alias/app-1"));
    assertThat(code(gateway.describeKey(ALICE, key))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_policy_can_depend_on_the_alias_that_a_call_names() {
    allowAlice("StringEquals", "kms:RequestAlias", "alias/app-1");
    output(gateway.createAlias(OWNER, "alias/app-1", key));
    output(gateway.createAlias(OWNER, "alias/app-2", key));
    String arn = "arn:aws:kms:us-east-1:000000000000:alias/app-1";
    assertThat(code(gateway.describeKey(ALICE, "alias/app-1"))).isEqualTo("success");
    assertThat(code(gateway.describeKey(ALICE, arn))).isEqualTo("success");
    assertThat(code(gateway.describeKey(ALICE, "alias/app-2"))).isEqualTo("AccessDeniedException");
    assertThat(code(gateway.describeKey(ALICE, key))).isEqualTo("AccessDeniedException");
  }

  @Test
  void a_policy_can_depend_on_whether_the_key_stays_the_same() {
    Bytes blob =
        output(gateway.generateDataKey(OWNER, key, DataKeyRequest.aes256(Map.of())))
            .ciphertextBlob();
    allowAlice("kms:ReEncrypt*", "Bool", "kms:ReEncryptOnSameKey", "true");
    assertThat(code(gateway.reEncrypt(ALICE, reEncryption(blob, key)))).isEqualTo("success");
    assertThat(code(gateway.reEncrypt(ALICE, reEncryption(blob, newKey()))))
        .isEqualTo("AccessDeniedException");
  }

  private static ReEncrypt.Input reEncryption(Bytes blob, String destination) {
    return reEncryption(blob, Map.of(), destination, false);
  }

  private static ReEncrypt.Input reEncryption(
      Bytes blob, Map<String, String> context, String destination, boolean dryRun) {
    return new ReEncrypt.Input(
        Optional.of(blob),
        Optional.empty(),
        context,
        Encrypt.SYMMETRIC_DEFAULT,
        destination,
        Map.of(),
        Encrypt.SYMMETRIC_DEFAULT,
        dryRun);
  }

  @Test
  void a_dry_run_looks_at_the_ciphertext_too() {
    Map<String, String> context = Map.of("a", "1");
    Map<String, String> wrong = Map.of("a", "2");
    Bytes blob =
        output(gateway.generateDataKey(OWNER, key, DataKeyRequest.aes256(context)))
            .ciphertextBlob();
    assertThat(code(gateway.decrypt(OWNER, dryDecryption(blob, context))))
        .isEqualTo("DryRunOperationException");
    assertThat(code(gateway.decrypt(OWNER, dryDecryption(blob, wrong))))
        .isEqualTo("InvalidCiphertextException");
    assertThat(code(gateway.reEncrypt(OWNER, reEncryption(blob, context, key, true))))
        .isEqualTo("DryRunOperationException");
    assertThat(code(gateway.reEncrypt(OWNER, reEncryption(blob, wrong, key, true))))
        .isEqualTo("InvalidCiphertextException");
  }

  private static Decrypt.Input dryDecryption(Bytes blob, Map<String, String> context) {
    return new Decrypt.Input(
        Optional.of(blob), Optional.empty(), context, Encrypt.SYMMETRIC_DEFAULT, true);
  }

  @Test
  void grant_tokens_are_checked_one_by_one() {
    String token = grant();
    assertThat(code(gateway.checkGrantTokens(OWNER, List.of()))).isEqualTo("success");
    assertThat(code(gateway.checkGrantTokens(OWNER, List.of(token, token)))).isEqualTo("success");
    assertThat(code(gateway.checkGrantTokens(OWNER, List.of(token, "made up"))))
        .isEqualTo("InvalidGrantTokenException");
    Caller elsewhere = Caller.root("000000000000", "eu-west-1");
    assertThat(code(gateway.checkGrantTokens(elsewhere, List.of(token))))
        .isEqualTo("InvalidGrantTokenException");
  }

  private String grant() {
    CreateGrant.Input input =
        new CreateGrant.Input(
            Optional.of(ALICE.principalArn()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("Decrypt"),
            GrantConstraints.NONE,
            Optional.empty(),
            false);
    return output(gateway.createGrant(OWNER, key, input)).grantToken();
  }

  @Test
  void every_answer_names_the_material_that_it_is_about() {
    String first = current(key);
    GenerateDataKey.Output dataKey =
        output(gateway.generateDataKey(OWNER, key, DataKeyRequest.aes256(Map.of())));
    assertThat(dataKey.keyMaterialId()).isEqualTo(first);
    output(gateway.rotateKeyOnDemand(OWNER, key));
    String second = current(key);
    assertThat(second).isNotEqualTo(first);
    assertThat(
            output(
                    gateway.generateDataKeyWithoutPlaintext(
                        OWNER, key, DataKeyRequest.aes256(Map.of())))
                .keyMaterialId())
        .isEqualTo(second);
    assertThat(decrypted(dataKey.ciphertextBlob()).keyMaterialId()).isEqualTo(first);
    ReEncrypt.Output moved =
        output(gateway.reEncrypt(OWNER, reEncryption(dataKey.ciphertextBlob(), key)));
    assertThat(moved.sourceKeyMaterialId()).isEqualTo(first);
    assertThat(moved.destinationKeyMaterialId()).isEqualTo(second);
    assertThat(decrypted(moved.ciphertextBlob()).keyMaterialId()).isEqualTo(second);
    Page<ListKeyRotations.Entry> rotations =
        output(
            gateway.onKey(
                OWNER,
                key,
                arn -> new ListKeyRotations(OWNER, arn, true, Optional.empty(), Optional.empty())));
    assertThat(rotations.items())
        .extracting(ListKeyRotations.Entry::materialId)
        .containsExactly(first, second);
  }

  private String current(String of) {
    return output(gateway.describeKey(OWNER, of)).currentMaterialId().orElseThrow();
  }

  private Decrypt.Output decrypted(Bytes blob) {
    return output(
        gateway.decrypt(
            OWNER,
            new Decrypt.Input(
                Optional.of(blob), Optional.empty(), Map.of(), Encrypt.SYMMETRIC_DEFAULT, false)));
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

  private static String code(CompletionStage<? extends Reply<?>> stage) {
    return stage.toCompletableFuture().join().fold(output -> "success", refusal -> refusal.code());
  }
}
