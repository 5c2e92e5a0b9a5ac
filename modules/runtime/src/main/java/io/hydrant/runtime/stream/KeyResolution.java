package io.hydrant.runtime.stream;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.KeyCheck;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.runtime.kms.KmsPort;
import java.util.concurrent.CompletionStage;

/** Asks KMS to describe a key before encryption starts, and reserves a place for the stream. */
final class KeyResolution {
  private final KmsPort kms;
  private final KeyStreamQuotaService claims;

  KeyResolution(KmsPort kms, KeyStreamQuotaService claims) {
    this.kms = kms;
    this.claims = claims;
  }

  /** Returns the key for that stream, if the key is usable and its quota has room. */
  CompletionStage<Reply<ResolvedKey>> target(
      Caller caller, StreamArn stream, EncryptionConfigurationInput key) {
    return Replies.then(describe(caller, key), target -> claims.claim(stream, target));
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
