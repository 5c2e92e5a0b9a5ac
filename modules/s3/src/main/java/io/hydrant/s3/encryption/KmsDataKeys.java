package io.hydrant.s3.encryption;

import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.s3.error.S3Errors;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Data keys from the embedded KMS, which S3 calls with the authority of its own caller. */
public final class KmsDataKeys implements DataKeys {
  private final KmsApi kms;
  private final BiFunction<Caller, String, CompletionStage<Reply<String>>> managedKeys;

  /**
   * @param managedKeys returns the ARN of the AWS managed key with that alias, and creates the key
   *     where it is missing
   */
  public KmsDataKeys(
      KmsApi kms, BiFunction<Caller, String, CompletionStage<Reply<String>>> managedKeys) {
    this.kms = kms;
    this.managedKeys = managedKeys;
  }

  @Override
  public DataKey generate(Caller caller, String key, Map<String, String> context) {
    GenerateDataKey.Output output =
        answer(kms.generateDataKey(via(caller), key, DataKeyRequest.aes256(context)));
    return new DataKey(output.keyId().toString(), output.plaintext(), output.ciphertextBlob());
  }

  @Override
  public Bytes open(Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
    return answer(
            kms.decrypt(
                via(caller),
                new Decrypt.Input(
                    Optional.of(wrapped),
                    Optional.of(keyArn),
                    context,
                    Encrypt.SYMMETRIC_DEFAULT,
                    false)))
        .plaintext();
  }

  @Override
  public String managedKey(Caller caller) {
    return answer(managedKeys.apply(caller, "alias/aws/s3"));
  }

  private static Caller via(Caller caller) {
    return caller.calledVia("s3." + caller.region() + ".amazonaws.com", Optional.empty());
  }

  private static <T> T answer(CompletionStage<Reply<T>> stage) {
    Reply<T> reply;
    try {
      reply = stage.toCompletableFuture().join();
    } catch (CompletionException unanswered) {
      throw S3Errors.kms("KMSInternalException", "KMS did not answer; try again.").exception();
    }
    return reply.fold(
        output -> output,
        error -> {
          throw refused(error);
        });
  }

  private static RuntimeException refused(ServiceError error) {
    return (error.code().equals("AccessDeniedException")
            ? S3Errors.accessDenied(error.message())
            : S3Errors.kms(error.code(), error.message()))
        .exception();
  }
}
