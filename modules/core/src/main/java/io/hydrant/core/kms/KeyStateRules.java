package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The operations that the state of a key forbids. */
final class KeyStateRules {
  private KeyStateRules() {}

  /** Checks an operation that needs an enabled key. */
  static Optional<ServiceError> notEnabled(KeyMetadata key) {
    return key.state() == KeyState.DISABLED
        ? Optional.of(KmsErrors.disabled(key.arn()))
        : pending(key);
  }

  /** Checks an operation that a disabled key allows, but not one pending deletion or import. */
  static Optional<ServiceError> pending(KeyMetadata key) {
    return switch (key.state()) {
      case ENABLED, DISABLED -> Optional.empty();
      case PENDING_DELETION -> Optional.of(KmsErrors.pendingDeletion(key.arn()));
      case PENDING_IMPORT -> Optional.of(KmsErrors.pendingImport(key.arn()));
    };
  }

  /** Checks an operation that only a key pending deletion forbids. */
  static Optional<ServiceError> pendingDeletion(KeyMetadata key) {
    return key.state() == KeyState.PENDING_DELETION
        ? Optional.of(KmsErrors.pendingDeletion(key.arn()))
        : Optional.empty();
  }
}
