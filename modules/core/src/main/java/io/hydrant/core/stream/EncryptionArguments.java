package io.hydrant.core.stream;

import io.hydrant.core.entity.Refusal;
import java.util.Optional;

/** Which combinations of stream type, key type and key ARN the API accepts. */
final class EncryptionArguments {
  private EncryptionArguments() {}

  /**
   * "You can enable SSE … only if it's a Firehose stream that uses DirectPut as its source", says
   * the page; what AWS answers names databases too.
   */
  static Optional<Refusal> checkType(DeliveryStreamType type) {
    return type.takesEncryption() ? Optional.empty() : Optional.of(Errors.encryptionNotPermitted());
  }

  /** "If you set KeyType to CUSTOMER_MANAGED_CMK, you must specify the ARN of the CMK." */
  static Optional<Refusal> checkKey(KeyChoice key) {
    if (key.type() == KeyType.CUSTOMER_MANAGED_CMK && key.keyArn().isEmpty()) {
      return Optional.of(Errors.keyArnMissing());
    }
    if (key.type() == KeyType.AWS_OWNED_CMK && key.keyArn().isPresent()) {
      return Optional.of(Errors.keyArnNotTaken());
    }
    return Optional.empty();
  }

  static Optional<Refusal> checkAtCreation(DeliveryStreamType type, Optional<KeyChoice> key) {
    return key.flatMap(choice -> checkType(type).or(() -> checkKey(choice)));
  }
}
