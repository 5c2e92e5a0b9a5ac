package io.hydrant.core.kms;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state of one KMS key. */
public sealed interface Key {
  /** Never created. */
  record Absent() implements Key {}

  /**
   * A created key.
   *
   * @param grants by grant id
   * @param material wrapped material, version 1 first; empty for specs kept as metadata alone
   */
  record Present(
      KeyMetadata metadata,
      KeyPolicy policy,
      List<Tag> tags,
      SortedMap<String, Grant> grants,
      List<Bytes> material)
      implements Key {
    public Present {
      tags = List.copyOf(tags);
      grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
      material = List.copyOf(material);
    }

    public KeyArn arn() {
      return metadata.arn();
    }

    Present with(KeyMetadata changed) {
      return new Present(changed, policy, tags, grants, material);
    }

    Present with(KeyPolicy changed) {
      return new Present(metadata, changed, tags, grants, material);
    }

    Present with(Grant grant) {
      SortedMap<String, Grant> changed = new TreeMap<>(grants);
      changed.put(grant.id(), grant);
      return new Present(metadata, policy, tags, changed, material);
    }

    Present without(String grantId) {
      if (!grants.containsKey(grantId)) {
        throw new IllegalStateException("no grant " + grantId + " on " + arn());
      }
      SortedMap<String, Grant> changed = new TreeMap<>(grants);
      changed.remove(grantId);
      return new Present(metadata, policy, tags, changed, material);
    }
  }

  /** The key, unless there is none or its deletion date has passed: then it no longer exists. */
  default Optional<Present> live(Instant now) {
    return this instanceof Present key
            && key.metadata().deletionDate().stream().allMatch(now::isBefore)
        ? Optional.of(key)
        : Optional.empty();
  }

  /** The key an event happened to; there must be one. */
  default Present present() {
    if (this instanceof Present key) {
      return key;
    }
    throw new IllegalStateException("the event needs a key and there is none");
  }
}
