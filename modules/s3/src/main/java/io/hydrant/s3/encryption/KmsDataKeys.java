package io.hydrant.s3.encryption;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Data keys from a KMS, which S3 calls with the authority of its own caller. */
public final class KmsDataKeys implements DataKeys {
  /** Errors within KMS, after which clients try again. */
  private static final Set<String> TRANSIENT =
      Set.of(
          "DependencyTimeoutException",
          "KeyUnavailableException",
          "KMSInternalException",
          "ThrottlingException");

  private static final int UNAVAILABLE = 503;

  private final DataKeyApi kms;

  public KmsDataKeys(DataKeyApi kms) {
    this.kms = kms;
  }

  @Override
  public DataKeyApi.DataKey generate(Caller caller, String key, Map<String, String> context) {
    return answer(kms.generateDataKey(via(caller, key), key, context));
  }

  @Override
  public Bytes open(Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
    return answer(kms.decrypt(via(caller, keyArn), keyArn, wrapped, context));
  }

  @Override
  public String managedKey(Caller caller) {
    return answer(kms.managedKey(caller));
  }

  /** S3 calls KMS in the Region of the key, wherever its caller thinks that the bucket is. */
  private static Caller via(Caller caller, String key) {
    String region =
        KeyArn.parse(key)
            .map(KeyArn::region)
            .or(() -> AliasArn.parse(key).map(AliasArn::region))
            .orElse(caller.region());
    return new Caller(
        caller.account(),
        region,
        caller.principalArn(),
        caller.credentialsIssuedAt(),
        Optional.of(new Caller.Via("s3." + region + ".amazonaws.com", Optional.empty())),
        caller.requestId());
  }

  private static <T> T answer(CompletionStage<Reply<T>> stage) {
    Reply<T> reply;
    try {
      reply = stage.toCompletableFuture().join();
    } catch (CompletionException unanswered) {
      throw unavailable("KMS did not answer. Please try again.").exception();
    }
    return reply.fold(
        output -> output,
        error -> {
          throw refused(error).exception();
        });
  }

  private static S3Error refused(ServiceError error) {
    if (error.code().equals("AccessDeniedException")) {
      return S3Errors.accessDenied(error.message());
    }
    return TRANSIENT.contains(error.code())
        ? unavailable("KMS answered " + error.code() + ". Please try again.")
        : S3Errors.kms(error.code(), error.message());
  }

  private static S3Error unavailable(String message) {
    return new S3Error("ServiceUnavailable", UNAVAILABLE, message);
  }
}
