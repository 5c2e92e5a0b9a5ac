package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** Checks the combination of stream type, key type and key ARN. */
final class EncryptionValidation {
  private EncryptionValidation() {}

  /**
   * "You can enable SSE … only if it's a Firehose stream that uses DirectPut as its source" (API
   * page); the error that AWS returns names databases too.
   */
  static Optional<ServiceError> checkType(DeliveryStreamType type) {
    return type.takesEncryption()
        ? Optional.empty()
        : Optional.of(StreamErrors.encryptionNotPermitted());
  }

  /** "If you set KeyType to CUSTOMER_MANAGED_CMK, you must specify the ARN of the CMK." */
  static Optional<ServiceError> checkKey(EncryptionConfigurationInput key) {
    if (key.type() == KeyType.CUSTOMER_MANAGED_CMK && key.keyArn().isEmpty()) {
      return Optional.of(StreamErrors.keyArnMissing());
    }
    if (key.type() == KeyType.AWS_OWNED_CMK && key.keyArn().isPresent()) {
      return Optional.of(StreamErrors.keyArnNotTaken());
    }
    return Optional.empty();
  }

  static Optional<ServiceError> checkAtCreation(
      DeliveryStreamType type, Optional<EncryptionConfigurationInput> key) {
    return key.flatMap(choice -> checkType(type).or(() -> checkKey(choice)));
  }
}
