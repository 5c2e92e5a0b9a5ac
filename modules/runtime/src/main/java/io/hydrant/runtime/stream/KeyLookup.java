package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.Errors;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.KeyTarget;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.kms.KmsLink;
import java.util.concurrent.CompletionStage;

/**
 * The look at a key before encryption starts. What it tells at once (no such key, disabled, pending
 * deletion, not for encryption) is InvalidKMSResourceException and changes nothing; what fails
 * afterwards is ENABLING_FAILED.
 */
final class KeyLookup {
  private final KmsLink kms;

  KeyLookup(KmsLink kms) {
    this.kms = kms;
  }

  CompletionStage<Reply<KeyTarget>> target(Caller caller, KeyChoice key) {
    CompletionStage<Reply<String>> arn =
        key.type() == KeyType.CUSTOMER_MANAGED_CMK
            ? kms.describeKey(caller, key.keyArn().orElseThrow())
            : kms.awsOwnedKey(caller.region());
    return arn.thenApply(
        reply ->
            reply.fold(
                keyArn -> Reply.success(new KeyTarget(key.type(), keyArn, caller)),
                refusal -> Reply.failure(Errors.invalidKmsResource(refusal))));
  }
}
