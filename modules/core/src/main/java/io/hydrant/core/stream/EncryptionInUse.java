package io.hydrant.core.stream;

import io.hydrant.core.entity.Refusal;
import java.util.Optional;

/**
 * ResourceInUseException: "The resource is already in use and not available for this operation".
 */
final class EncryptionInUse {
  private EncryptionInUse() {}

  static Optional<Refusal> check(DeliveryStream stream, String operation) {
    if (!stream.isActive()) {
      return Optional.of(Errors.notActive(stream, operation));
    }
    return switch (stream.encryption().status()) {
      case ENABLING, DISABLING -> Optional.of(Errors.encryptionInTransition(stream));
      case ENABLED, ENABLING_FAILED, DISABLED, DISABLING_FAILED -> Optional.empty();
    };
  }
}
