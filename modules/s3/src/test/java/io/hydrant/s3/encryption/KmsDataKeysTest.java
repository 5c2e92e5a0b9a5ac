package io.hydrant.s3.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KmsDataKeysTest {
  private static final Caller ALICE =
      new Caller(
              "000000000000", "eu-west-1", "arn:aws:iam::000000000000:user/alice", Optional.empty())
          .forRequest("request-1");
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/k";

  private final List<Caller> callers = new ArrayList<>();
  private CompletionStage<Reply<Bytes>> answer = now(Reply.success(Bytes.ofUtf8("key")));
  private final KmsDataKeys keys = new KmsDataKeys(new Kms());

  private static <T> CompletionStage<Reply<T>> now(Reply<T> reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /** Answers all calls alike. */
  private final class Kms implements DataKeyApi {
    @Override
    public CompletionStage<Reply<DataKey>> generateDataKey(
        Caller caller, String keyId, Map<String, String> context) {
      callers.add(caller);
      return answer.thenApply(
          reply -> reply.map(key -> new DataKey(keyId, key, Bytes.ofUtf8("wrapped"))));
    }

    @Override
    public CompletionStage<Reply<Bytes>> decrypt(
        Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
      callers.add(caller);
      return answer;
    }

    @Override
    public CompletionStage<Reply<String>> managedKey(Caller caller) {
      return answer.thenApply(reply -> reply.map(key -> KEY));
    }
  }

  private S3Error refused(String code) {
    answer = now(Reply.failure(new ServiceError(code, "the words of KMS")));
    return refused();
  }

  private S3Error refused() {
    S3Error read =
        catchThrowableOfType(S3Exception.class, () -> keys.open(ALICE, KEY, Bytes.EMPTY, Map.of()))
            .error();
    S3Error write =
        catchThrowableOfType(S3Exception.class, () -> keys.generate(ALICE, KEY, Map.of())).error();
    S3Error managed = catchThrowableOfType(S3Exception.class, () -> keys.managedKey(ALICE)).error();
    assertThat(List.of(write, managed)).containsOnly(read);
    return read;
  }

  @Test
  void s3_calls_kms_for_its_caller_in_the_region_of_the_key() {
    keys.generate(ALICE, KEY, Map.of());
    keys.open(ALICE, KEY, Bytes.EMPTY, Map.of());
    keys.generate(ALICE, "alias/orders", Map.of());
    keys.generate(ALICE, "arn:aws:kms:us-east-1:000000000000:alias/orders", Map.of());
    assertThat(callers)
        .extracting(caller -> caller.calledVia().orElseThrow().service())
        .containsExactly(
            "s3.us-east-1.amazonaws.com",
            "s3.us-east-1.amazonaws.com",
            "s3.eu-west-1.amazonaws.com",
            "s3.us-east-1.amazonaws.com");
    assertThat(callers)
        .extracting(Caller::region)
        .containsExactly("us-east-1", "us-east-1", "eu-west-1", "us-east-1");
    assertThat(callers)
        .allSatisfy(
            caller -> {
              assertThat(caller.principalArn()).isEqualTo(ALICE.principalArn());
              assertThat(caller.requestId()).contains("request-1");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, AccessDenied, 403",
    "DisabledException, KMS.DisabledException, 400",
    "NotFoundException, KMS.NotFoundException, 400",
    "KMSInvalidStateException, KMS.KMSInvalidStateException, 400",
    "InvalidKeyUsageException, KMS.InvalidKeyUsageException, 400"
  })
  void an_error_of_kms_keeps_its_words(String kms, String s3, int status) {
    assertThat(refused(kms)).isEqualTo(new S3Error(s3, status, "the words of KMS"));
  }

  @ParameterizedTest
  @CsvSource({"KMSInternalException", "DependencyTimeoutException", "ThrottlingException"})
  void after_trouble_within_kms_clients_try_again(String kms) {
    S3Error error = refused(kms);
    assertThat(error.code()).isEqualTo("ServiceUnavailable");
    assertThat(error.status()).isEqualTo(503);
    assertThat(error.message()).contains(kms);
  }

  @Test
  void where_kms_does_not_answer_clients_try_again() {
    answer = CompletableFuture.failedFuture(new IllegalStateException("http://kms is down"));
    assertThat(refused())
        .isEqualTo(new S3Error("ServiceUnavailable", 503, "KMS did not answer. Please try again."));
  }
}
