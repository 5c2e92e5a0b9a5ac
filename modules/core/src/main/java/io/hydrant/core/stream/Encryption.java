package io.hydrant.core.stream;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * The encryption state machine of a stream. Which key is in force is part of each state, so that a
 * failed or unfinished change of key leaves the old one in force without a special case.
 */
public sealed interface Encryption {
  EncryptionStatus status();

  /** The key under which records are sealed in this state; empty: they are stored as they came. */
  Optional<KeyEpoch> inForce();

  /** Never encrypted, or not any more. */
  record Disabled() implements Encryption {
    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.DISABLED;
    }

    @Override
    public Optional<KeyEpoch> inForce() {
      return Optional.empty();
    }
  }

  /**
   * Under way to a key. "You can continue to read and write data … while the encryption status is
   * ENABLING, but the data is not encrypted"; on a change of key the old one stays in force.
   *
   * @param number the epoch that the key will open
   * @param readyAt ENABLED not before this instant
   * @param grantId present once a customer key's grant has been created
   */
  record Enabling(
      int number,
      KeyTarget target,
      Instant readyAt,
      Optional<String> grantId,
      Optional<KeyEpoch> inForce)
      implements Encryption {
    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.ENABLING;
    }

    /** Whether the grant is still to be created; AWS owned keys need none. */
    boolean needsGrant() {
      return target.type() == KeyType.CUSTOMER_MANAGED_CMK && grantId.isEmpty();
    }

    Enabling withGrant(String created) {
      return new Enabling(number, target, readyAt, Optional.of(created), inForce);
    }

    Enabled enabledWith(Bytes wrappedDataKey) {
      if (needsGrant()) {
        throw new IllegalStateException("a customer key without a grant cannot be in force");
      }
      return new Enabled(
          new KeyEpoch(number, target.type(), target.keyArn(), grantId, wrappedDataKey));
    }

    EnablingFailed failed(FailureDescription failure) {
      return new EnablingFailed(target, failure, inForce);
    }
  }

  record Enabled(KeyEpoch key) implements Encryption {
    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.ENABLED;
    }

    @Override
    public Optional<KeyEpoch> inForce() {
      return Optional.of(key);
    }
  }

  /** "In this case, encryption remains enabled with the old CMK", where there was one. */
  record EnablingFailed(KeyTarget attempted, FailureDescription failure, Optional<KeyEpoch> inForce)
      implements Encryption {
    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.ENABLING_FAILED;
    }
  }

  /**
   * Under way to no key; records are still sealed.
   *
   * @param readyAt DISABLED not before this instant
   */
  record Disabling(Optional<KeyEpoch> inForce, Instant readyAt, Caller caller)
      implements Encryption {
    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.DISABLING;
    }
  }
}
