package io.hydrant.core.stream;

import io.hydrant.core.entity.Refusal;
import java.util.Optional;

/** Which combinations of stream type, key type and key ARN the API accepts. */
final class EncryptionArguments {
  private EncryptionArguments() {}

  /** "You can enable SSE … only if it's a Firehose stream that uses DirectPut as its source." */
  static Optional<Refusal> checkType(DeliveryStreamType type) {
    return type == DeliveryStreamType.DIRECT_PUT
        ? Optional.empty()
        : Optional.of(
            Errors.invalidArgument(
                "Server-side encryption can be enabled only for a stream with DirectPut as its"
                    + " source; this one is "
                    + type.wireName()
                    + "."));
  }

  /** "If you set KeyType to CUSTOMER_MANAGED_CMK, you must specify the ARN of the CMK." */
  static Optional<Refusal> checkKey(KeyChoice key) {
    if (key.type() == KeyType.CUSTOMER_MANAGED_CMK && key.keyArn().isEmpty()) {
      return Optional.of(
          Errors.invalidArgument("KeyARN must be specified when KeyType is CUSTOMER_MANAGED_CMK."));
    }
    if (key.type() == KeyType.AWS_OWNED_CMK && key.keyArn().isPresent()) {
      return Optional.of(
          Errors.invalidArgument("KeyARN must not be specified when KeyType is AWS_OWNED_CMK."));
    }
    return Optional.empty();
  }

  static Optional<Refusal> checkAtCreation(DeliveryStreamType type, Optional<KeyChoice> key) {
    return key.flatMap(choice -> checkType(type).or(() -> checkKey(choice)));
  }
}
