package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** What the state of a key forbids. */
final class KeyStateRules {
  private KeyStateRules() {}

  /** For operations that need an enabled key. */
  static Optional<ServiceError> notEnabled(KeyMetadata key) {
    return key.state() == KeyState.DISABLED
        ? Optional.of(KmsErrors.disabled(key.arn()))
        : pending(key);
  }

  /** For operations that a disabled key allows, but not one that awaits deletion or import. */
  static Optional<ServiceError> pending(KeyMetadata key) {
    return switch (key.state()) {
      case ENABLED, DISABLED -> Optional.empty();
      case PENDING_DELETION -> Optional.of(KmsErrors.pendingDeletion(key.arn()));
      case PENDING_IMPORT -> Optional.of(KmsErrors.pendingImport(key.arn()));
    };
  }

  /** For operations that only a key awaiting its deletion forbids. */
  static Optional<ServiceError> pendingDeletion(KeyMetadata key) {
    return key.state() == KeyState.PENDING_DELETION
        ? Optional.of(KmsErrors.pendingDeletion(key.arn()))
        : Optional.empty();
  }
}
