package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.Errors;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.KeyTarget;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.kms.KmsLink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The look at a key before encryption starts. What it tells at once (no such key, disabled, pending
 * deletion, not for encryption) is InvalidKMSResourceException and changes nothing; what fails
 * afterwards is ENABLING_FAILED.
 */
final class KeyLookup {
  private final KmsLink kms;
  private final KeyClaimDesk claims;

  KeyLookup(KmsLink kms, KeyClaimDesk claims) {
    this.kms = kms;
    this.claims = claims;
  }

  /** The key for that stream, if it can serve and has room. */
  CompletionStage<Reply<KeyTarget>> target(Caller caller, StreamArn stream, KeyChoice key) {
    return look(caller, key)
        .thenCompose(
            reply ->
                reply.fold(
                    target -> claims.claim(stream, target),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  private CompletionStage<Reply<KeyTarget>> look(Caller caller, KeyChoice key) {
    CompletionStage<Reply<String>> arn =
        key.type() == KeyType.CUSTOMER_MANAGED_CMK
            ? kms.describeKey(caller, key.keyArn().orElseThrow())
            : kms.awsOwnedKey(caller.region());
    return arn.handle(
        (reply, failure) ->
            failure == null
                ? reply.fold(
                    keyArn -> Reply.success(new KeyTarget(key.type(), keyArn, caller)),
                    refusal -> Reply.failure(Errors.invalidKmsResource(refusal)))
                : Reply.failure(Errors.serviceUnavailable("KMS did not answer; try again.")));
  }
}
