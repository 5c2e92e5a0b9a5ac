package io.hydrant.core.kms;

import java.time.Instant;
import java.util.Optional;

/**
 * KeyMetadata, as DescribeKey answers it.
 *
 * @param deletionDate from when on the key does not exist; present exactly while it is pending
 *     deletion
 */
public record KeyMetadata(
    KeyArn arn,
    Instant creationDate,
    String description,
    KeySpec spec,
    KeyUsage usage,
    KeyOrigin origin,
    KeyManager manager,
    KeyState state,
    Optional<Instant> deletionDate) {
  public KeyMetadata {
    if (deletionDate.isPresent() != (state == KeyState.PENDING_DELETION)) {
      throw new IllegalStateException("a deletion date belongs to a key pending deletion");
    }
    if (!spec.admits(usage)) {
      throw new IllegalStateException("a key of " + spec + " cannot be for " + usage);
    }
  }

  KeyMetadata in(KeyState changed) {
    return new KeyMetadata(
        arn, creationDate, description, spec, usage, origin, manager, changed, Optional.empty());
  }

  KeyMetadata describedAs(String changed) {
    return new KeyMetadata(
        arn, creationDate, changed, spec, usage, origin, manager, state, deletionDate);
  }

  KeyMetadata pendingDeletion(Instant date) {
    return new KeyMetadata(
        arn,
        creationDate,
        description,
        spec,
        usage,
        origin,
        manager,
        KeyState.PENDING_DELETION,
        Optional.of(date));
  }
}
