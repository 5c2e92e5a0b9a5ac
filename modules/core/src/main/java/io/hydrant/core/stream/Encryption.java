package io.hydrant.core.stream;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The encryption state machine of a stream. Each state holds the keys in force, so that a failed or
 * unfinished change of key leaves the old key in force without a special case.
 */
public sealed interface Encryption {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(Disabled encryption);

    R visit(Enabling encryption);

    R visit(Enabled encryption);

    R visit(EnablingFailed encryption);

    R visit(Disabling encryption);
  }

  EncryptionStatus status();

  /** The keys under which records are sealed in this state. */
  KeySchedule keys();

  /**
   * The stream was never encrypted, or its encryption was stopped.
   *
   * @param keys the keys under which records are sealed until the change has propagated
   */
  record Disabled(KeySchedule keys) implements Encryption {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    static final Disabled NEVER_ENABLED = new Disabled(KeySchedule.NONE);

    public Disabled {
      if (keys.latest().isPresent()) {
        throw new IllegalStateException("disabled, and a key in force");
      }
    }

    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.DISABLED;
    }
  }

  /**
   * The change to a key is in progress. "You can continue to read and write data … while the
   * encryption status is ENABLING, but the data is not encrypted"; on a change of key the old one
   * stays in force.
   *
   * @param number the epoch that the key will open
   * @param readyAt the earliest time for ENABLED
   * @param grantId present once a customer key's grant has been created
   */
  record Enabling(
      int number, ResolvedKey target, Instant readyAt, Optional<String> grantId, KeySchedule keys)
      implements Encryption {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.ENABLING;
    }

    /** Returns whether the grant is still to be created; AWS owned keys need none. */
    boolean needsGrant() {
      return target.type() == KeyType.CUSTOMER_MANAGED_CMK && grantId.isEmpty();
    }

    Enabling withGrant(String created) {
      return new Enabling(number, target, readyAt, Optional.of(created), keys);
    }

    /**
     * @param from when records begin to be sealed under the key
     */
    Enabled enabledWith(Bytes wrappedDataKey, Instant from, Instant now) {
      if (needsGrant()) {
        throw new IllegalStateException("a customer key without a grant cannot be in force");
      }
      KeyEpoch key = new KeyEpoch(number, target.type(), target.keyArn(), grantId, wrappedDataKey);
      return new Enabled(key, keys.changing(Optional.of(key), from, now));
    }

    EnablingFailed failed(FailureDescription failure) {
      return new EnablingFailed(target, failure, keys);
    }
  }

  record Enabled(KeyEpoch key, KeySchedule keys) implements Encryption {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    public Enabled {
      if (!keys.latest().equals(Optional.of(key))) {
        throw new IllegalStateException("enabled with a key that does not come into force");
      }
    }

    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.ENABLED;
    }
  }

  /** "In this case, encryption remains enabled with the old CMK", where there was one. */
  record EnablingFailed(ResolvedKey attempted, FailureDescription failure, KeySchedule keys)
      implements Encryption {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.ENABLING_FAILED;
    }
  }

  /**
   * The stop is in progress; records are still sealed.
   *
   * @param readyAt the earliest time for DISABLED
   */
  record Disabling(KeySchedule keys, Instant readyAt) implements Encryption {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public EncryptionStatus status() {
      return EncryptionStatus.DISABLING;
    }
  }
}
