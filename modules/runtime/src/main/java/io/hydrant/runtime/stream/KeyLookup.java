package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyCheck;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.KeyTarget;
import io.hydrant.runtime.kms.KmsLink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has KMS look at a key before encryption starts, as {@link KeyCheck} says, and claims a place. */
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
    return KeyCheck.toDescribe(key)
        .map(keyArn -> kms.describeKey(caller, keyArn))
        .orElseGet(() -> kms.awsOwnedKey(caller.region()))
        .handle(
            (reply, failure) ->
                failure == null ? KeyCheck.answered(caller, key, reply) : KeyCheck.unanswered());
  }
}
