package io.hydrant.core.kms;

import java.time.Instant;
import java.util.Optional;

/**
 * KeyMetadata, as DescribeKey answers it.
 *
 * @param deletionDate the time from which on the key does not exist; present exactly while it is
 *     pending deletion
 * @param currentMaterialId the id of the newest material; only symmetric keys have material here
 *     (service model, CurrentKeyMaterialId)
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
    Optional<Instant> deletionDate,
    Optional<String> currentMaterialId) {
  public KeyMetadata {
    if (deletionDate.isPresent() != (state == KeyState.PENDING_DELETION)) {
      throw new IllegalStateException("a deletion date belongs to a key pending deletion");
    }
    if (!spec.admits(usage)) {
      throw new IllegalStateException("a key of " + spec + " cannot be for " + usage);
    }
  }

  KeyMetadata in(KeyState changed) {
    return with(description, changed, Optional.empty(), currentMaterialId);
  }

  KeyMetadata describedAs(String changed) {
    return with(changed, state, deletionDate, currentMaterialId);
  }

  KeyMetadata pendingDeletion(Instant date) {
    return with(description, KeyState.PENDING_DELETION, Optional.of(date), currentMaterialId);
  }

  KeyMetadata withMaterial(int version) {
    return with(description, state, deletionDate, Optional.of(KeyMaterialId.of(arn, version)));
  }

  private KeyMetadata with(
      String newDescription,
      KeyState newState,
      Optional<Instant> newDeletionDate,
      Optional<String> newMaterialId) {
    return new KeyMetadata(
        arn,
        creationDate,
        newDescription,
        spec,
        usage,
        origin,
        manager,
        newState,
        newDeletionDate,
        newMaterialId);
  }
}
