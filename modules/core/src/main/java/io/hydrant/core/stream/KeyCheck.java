package io.hydrant.core.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.Optional;

/**
 * The check of a key before encryption starts, and what its answer means. What KMS refuses here (no
 * such key, disabled, pending deletion, not for encryption, no permission to describe it) is
 * InvalidKMSResourceException, and the stream does not change. What KMS refuses afterwards, when
 * the grant or the data key is made, is ENABLING_FAILED ({@link StreamTaskResult.GrantAnswered},
 * {@link StreamTaskResult.DataKeyAnswered}). The API reference of StartDeliveryStreamEncryption
 * says both. That DescribeKey gives the first error and the use the second is assumed.
 */
public final class KeyCheck {
  private KeyCheck() {}

  /** The ARN of the key that KMS is to describe to the caller; empty: the service's own key. */
  public static Optional<String> toDescribe(EncryptionConfigurationInput key) {
    return key.type() == KeyType.CUSTOMER_MANAGED_CMK ? key.keyArn() : Optional.empty();
  }

  /**
   * The target, or InvalidKMSResourceException.
   *
   * @param answer the key's own ARN, or KMS's refusal
   */
  public static Reply<ResolvedKey> answered(
      Caller caller, EncryptionConfigurationInput key, Reply<String> answer) {
    return answer.fold(
        keyArn -> Reply.success(new ResolvedKey(key.type(), keyArn, caller)),
        refusal -> Reply.failure(StreamErrors.invalidKmsResource(refusal)));
  }

  /** KMS gave no answer: nothing is known of the key, and the caller may try again. */
  public static Reply<ResolvedKey> unanswered() {
    return Reply.failure(StreamErrors.serviceUnavailable("KMS did not answer; try again."));
  }
}
