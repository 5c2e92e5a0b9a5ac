package io.hydrant.core.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.Optional;

/**
 * The check of a key before encryption starts. An error of KMS at this point (no such key,
 * disabled, pending deletion, not for encryption, no permission to describe it) becomes
 * InvalidKMSResourceException, and the stream does not change. A later error, when the grant or the
 * data key is created, becomes ENABLING_FAILED ({@link StreamTaskResult.CreateGrantCompleted},
 * {@link StreamTaskResult.GenerateDataKeyCompleted}). The API reference of
 * StartDeliveryStreamEncryption has both errors. That DescribeKey gives the first and the use of
 * the key gives the second is assumed.
 */
public final class KeyCheck {
  private KeyCheck() {}

  /** Returns the ARN of the key that KMS has to describe; empty for an AWS owned key. */
  public static Optional<String> toDescribe(EncryptionConfigurationInput key) {
    return key.type() == KeyType.CUSTOMER_MANAGED_CMK ? key.keyArn() : Optional.empty();
  }

  /**
   * Returns the target, or InvalidKMSResourceException.
   *
   * @param answer the key's own ARN, or the error of KMS
   */
  public static Reply<ResolvedKey> answered(
      Caller caller, EncryptionConfigurationInput key, Reply<String> answer) {
    return answer.fold(
        keyArn -> Reply.success(new ResolvedKey(key.type(), keyArn, caller)),
        error -> Reply.failure(StreamErrors.invalidKmsResource(error)));
  }

  /** Returns the error for a key about which KMS gave no answer: the caller may try again. */
  public static Reply<ResolvedKey> unanswered() {
    return Reply.failure(StreamErrors.serviceUnavailable("KMS did not answer; try again."));
  }
}
