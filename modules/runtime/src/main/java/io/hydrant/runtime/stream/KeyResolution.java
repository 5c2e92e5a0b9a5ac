package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.KeyCheck;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.runtime.kms.KmsPort;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has KMS describe a key before encryption starts, and reserves a place for the stream. */
final class KeyResolution {
  private final KmsPort kms;
  private final KeyStreamQuotaService claims;

  KeyResolution(KmsPort kms, KeyStreamQuotaService claims) {
    this.kms = kms;
    this.claims = claims;
  }

  /** The key for that stream, if it can serve and has room. */
  CompletionStage<Reply<ResolvedKey>> target(
      Caller caller, StreamArn stream, EncryptionConfigurationInput key) {
    return describe(caller, key)
        .thenCompose(
            reply ->
                reply.fold(
                    target -> claims.claim(stream, target),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  private CompletionStage<Reply<ResolvedKey>> describe(
      Caller caller, EncryptionConfigurationInput key) {
    return KeyCheck.toDescribe(key)
        .map(keyArn -> kms.describeKey(caller, keyArn))
        .orElseGet(() -> kms.awsOwnedKey(caller.region()))
        .handle(
            (reply, failure) ->
                failure == null ? KeyCheck.answered(caller, key, reply) : KeyCheck.unanswered());
  }
}
