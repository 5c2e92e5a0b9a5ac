package io.hydrant.core.kms;

import io.hydrant.core.entity.Refusal;
import java.util.Optional;

/** What the state of a key forbids. */
final class States {
  private States() {}

  /** For operations that need an enabled key. */
  static Optional<Refusal> notEnabled(KeyMetadata key) {
    return key.state() == KeyState.DISABLED
        ? Optional.of(Errors.disabled(key.arn()))
        : pending(key);
  }

  /** For operations that a disabled key allows, but not one that awaits deletion or import. */
  static Optional<Refusal> pending(KeyMetadata key) {
    return switch (key.state()) {
      case ENABLED, DISABLED -> Optional.empty();
      case PENDING_DELETION -> Optional.of(Errors.pendingDeletion(key.arn()));
      case PENDING_IMPORT -> Optional.of(Errors.pendingImport(key.arn()));
    };
  }

  /** For operations that only a key awaiting its deletion forbids. */
  static Optional<Refusal> pendingDeletion(KeyMetadata key) {
    return key.state() == KeyState.PENDING_DELETION
        ? Optional.of(Errors.pendingDeletion(key.arn()))
        : Optional.empty();
  }
}
