package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.ReEncrypt;
import io.hydrant.runtime.entity.InMemoryEntities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Ciphertexts that Decrypt and ReEncrypt get, and the keys that callers name beside them. */
class CiphertextsTest {
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final Caller ELSEWHERE = Caller.root("000000000000", "eu-west-1");
  private static final Bytes PLAINTEXT = Bytes.ofUtf8("plaintext");

  private final KmsGateway gateway =
      new KmsGateway(
          new KmsDependencies(
              new InMemoryEntities<>(KmsGateway.KEY),
              new InMemoryEntities<>(KmsGateway.KEY_DIRECTORY),
              RootKey.ephemeral(),
              arn -> List.of()));
  private final String key = newKey();
  private final String other = newKey();
  private final Optional<Bytes> ciphertext =
      Optional.of(
          join(gateway.encrypt(
                  CALLER,
                  key,
                  new Encrypt.Input(PLAINTEXT, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false)))
              .fold(Encrypt.Output::ciphertextBlob, refusal -> Bytes.EMPTY));

  private static <O> Reply<O> join(CompletionStage<Reply<O>> stage) {
    return stage.toCompletableFuture().join();
  }

  private String newKey() {
    return join(gateway.createKey(CALLER, CreateKey.Input.DEFAULT))
        .fold(created -> created.arn().toString(), refusal -> "");
  }

  private String decrypt(Caller caller, Optional<Bytes> blob, Optional<String> keyId) {
    return outcome(
        join(
            gateway.decrypt(
                caller,
                new Decrypt.Input(blob, keyId, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false))));
  }

  private String reEncrypt(Optional<Bytes> blob, Optional<String> sourceKeyId) {
    return outcome(
        join(
            gateway.reEncrypt(
                CALLER,
                new ReEncrypt.Input(
                    blob,
                    sourceKeyId,
                    Map.of(),
                    Encrypt.SYMMETRIC_DEFAULT,
                    other,
                    Map.of(),
                    Encrypt.SYMMETRIC_DEFAULT,
                    false))));
  }

  private static String outcome(Reply<?> reply) {
    return reply.fold(output -> "success", refusal -> refusal.code());
  }

  @Test
  void a_ciphertext_names_its_key_and_a_caller_may_name_it_too() {
    assertThat(decrypt(CALLER, ciphertext, Optional.empty())).isEqualTo("success");
    assertThat(decrypt(CALLER, ciphertext, Optional.of(key))).isEqualTo("success");
    assertThat(reEncrypt(ciphertext, Optional.of(key))).isEqualTo("success");
  }

  @Test
  void another_key_than_that_of_the_ciphertext_is_an_incorrect_key() {
    assertThat(decrypt(CALLER, ciphertext, Optional.of(other))).isEqualTo("IncorrectKeyException");
    assertThat(reEncrypt(ciphertext, Optional.of(other))).isEqualTo("IncorrectKeyException");
  }

  @Test
  void bytes_that_are_no_ciphertext_of_the_region_are_refused() {
    Optional<Bytes> noise = Optional.of(Bytes.ofUtf8("noise"));
    assertThat(decrypt(CALLER, noise, Optional.empty())).isEqualTo("InvalidCiphertextException");
    assertThat(decrypt(ELSEWHERE, ciphertext, Optional.empty()))
        .isEqualTo("InvalidCiphertextException");
    assertThat(reEncrypt(noise, Optional.empty())).isEqualTo("InvalidCiphertextException");
  }
}
