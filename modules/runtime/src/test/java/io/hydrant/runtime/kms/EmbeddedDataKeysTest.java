package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.port.DataKeyApi.DataKey;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.runtime.entity.InMemoryEntities;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EmbeddedDataKeysTest {
  private static final Map<String, String> CONTEXT = Map.of("aws:s3:arn", "arn:aws:s3:::b/k");
  private static final Caller ALICE =
      new Caller(
          "000000000000", "us-east-1", "arn:aws:iam::000000000000:user/alice", Optional.empty());
  private static final Caller THROUGH_S3 =
      ALICE.calledVia("s3.us-east-1.amazonaws.com", Optional.empty());

  private final KmsGateway gateway =
      new KmsGateway(
          new KmsDependencies(
              new InMemoryEntities<Key, KeyEvent>(KmsGateway.KEY),
              new InMemoryEntities<KeyDirectory, KeyDirectoryEvent>(KmsGateway.KEY_DIRECTORY),
              RootKey.ephemeral(),
              IdentityPolicyStore.UNLIMITED));
  private final EmbeddedDataKeys kms = new EmbeddedDataKeys(gateway);

  private static <T> Reply<T> reply(CompletionStage<Reply<T>> stage) {
    return stage.toCompletableFuture().join();
  }

  private static <T> T output(CompletionStage<Reply<T>> stage) {
    return reply(stage)
        .fold(
            output -> output,
            refusal -> {
              throw new AssertionError(refusal.message());
            });
  }

  private static String refusal(CompletionStage<? extends Reply<?>> stage) {
    return stage
        .toCompletableFuture()
        .join()
        .fold(output -> "no refusal", refusal -> refusal.code());
  }

  @Test
  void a_data_key_of_the_managed_key_is_opened_in_its_context_alone() {
    String key = output(kms.managedKey(ALICE));
    DataKey made = output(kms.generateDataKey(THROUGH_S3, key, CONTEXT));
    assertThat(made.keyArn()).isEqualTo(key);
    assertThat(output(kms.decrypt(THROUGH_S3, key, made.wrapped(), CONTEXT)))
        .isEqualTo(made.plaintext());
    Map<String, String> other = Map.of("aws:s3:arn", "arn:aws:s3:::b/other");
    assertThat(refusal(kms.decrypt(THROUGH_S3, key, made.wrapped(), other)))
        .isEqualTo("InvalidCiphertextException");
  }

  @Test
  void each_account_and_region_has_one_managed_key() {
    String key = output(kms.managedKey(ALICE));
    assertThat(output(kms.managedKey(Caller.root("000000000000", "us-east-1")))).isEqualTo(key);
    assertThat(output(kms.managedKey(Caller.root("111122223333", "us-east-1"))))
        .contains("111122223333");
    assertThat(output(kms.managedKey(Caller.root("000000000000", "eu-west-1"))))
        .contains("eu-west-1");
    assertThat(output(gateway.describeKey(ALICE, key)).manager()).isEqualTo(KeyManager.AWS);
  }

  @Test
  void the_permissions_are_those_of_the_caller() {
    String key = output(kms.managedKey(ALICE));
    assertThat(refusal(kms.generateDataKey(ALICE, key, CONTEXT)))
        .isEqualTo("AccessDeniedException");
    assertThat(refusal(kms.decrypt(THROUGH_S3, key, Bytes.EMPTY, CONTEXT)))
        .isEqualTo("InvalidCiphertextException");
    assertThat(refusal(kms.generateDataKey(THROUGH_S3, "alias/none", CONTEXT)))
        .isEqualTo("NotFoundException");
  }
}
