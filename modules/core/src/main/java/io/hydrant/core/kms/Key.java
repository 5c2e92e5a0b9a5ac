package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of one KMS key. */
public sealed interface Key {
  /** The key was never created. */
  record Absent() implements Key {}

  /**
   * A created key.
   *
   * @param grants by grant id
   * @param material wrapped material, version 1 first; empty for specs kept as metadata alone
   * @param deletionChanges how often its deletion was scheduled or cancelled
   */
  record Present(
      KeyMetadata metadata,
      KeyPolicy policy,
      List<Tag> tags,
      PersistentSortedMap<String, Grant> grants,
      List<Bytes> material,
      KeyRotation rotation,
      int deletionChanges)
      implements Key {
    public Present {
      tags = List.copyOf(tags);
      material = List.copyOf(material);
    }

    public KeyArn arn() {
      return metadata.arn();
    }

    Present with(KeyMetadata changed) {
      return new Present(changed, policy, tags, grants, material, rotation, deletionChanges);
    }

    /** Returns the key with its deletion scheduled or cancelled. */
    Present withDeletion(KeyMetadata changed) {
      return new Present(changed, policy, tags, grants, material, rotation, deletionChanges + 1);
    }

    Present with(KeyPolicy changed) {
      return new Present(metadata, changed, tags, grants, material, rotation, deletionChanges);
    }

    Present withTags(List<Tag> changed) {
      return new Present(metadata, policy, changed, grants, material, rotation, deletionChanges);
    }

    Present with(KeyRotation changed) {
      return new Present(metadata, policy, tags, grants, material, changed, deletionChanges);
    }

    /** Adds newer material; the older is kept for its ciphertexts. */
    Present rotated(Bytes newest, KeyRotation.Done done) {
      List<Bytes> all = new ArrayList<>(material);
      all.add(newest);
      KeyMetadata changed = metadata.withMaterial(all.size());
      return new Present(changed, policy, tags, grants, all, rotation.plus(done), deletionChanges);
    }

    /** Returns the version that the next material will have. */
    public int nextVersion() {
      return material.size() + 1;
    }

    Present with(Grant grant) {
      return withGrants(grants.plus(grant.id(), grant));
    }

    Present without(String grantId) {
      if (!grants.has(grantId)) {
        throw new IllegalStateException("no grant " + grantId + " on " + arn());
      }
      return withGrants(grants.minus(grantId));
    }

    private Present withGrants(PersistentSortedMap<String, Grant> changed) {
      return new Present(metadata, policy, tags, changed, material, rotation, deletionChanges);
    }
  }

  /** Returns the key; empty where it was never created or its deletion date has come. */
  default Optional<Present> live(Instant now) {
    return this instanceof Present key
            && key.metadata().deletionDate().stream().allMatch(now::isBefore)
        ? Optional.of(key)
        : Optional.empty();
  }

  /** Returns the key of an event, which must exist. */
  default Present present() {
    if (this instanceof Present key) {
      return key;
    }
    throw new IllegalStateException("the event needs a key and there is none");
  }
}
