package io.hydrant.core.stream;

import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/**
 * ResourceInUseException: "The resource is already in use and not available for this operation".
 */
final class EncryptionPreconditions {
  private EncryptionPreconditions() {}

  static Optional<ServiceError> check(DeliveryStream stream, String operation) {
    if (!stream.isActive()) {
      return Optional.of(StreamErrors.notActive(stream, operation));
    }
    return switch (stream.encryption().status()) {
      case ENABLING, DISABLING -> Optional.of(StreamErrors.encryptionInTransition(stream));
      case ENABLED, ENABLING_FAILED, DISABLED, DISABLING_FAILED -> Optional.empty();
    };
  }
}
