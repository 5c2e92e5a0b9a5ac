package io.hydrant.s3.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a write or a delete makes of the versions of an object. */
public enum Versioning {
  /** The bucket never had versioning: each write replaces the object. */
  OFF,
  /** Each write adds a version with an id of its own. */
  ENABLED,
  /** Writes replace the version {@code null} and keep the others. */
  SUSPENDED;

  /**
   * Returns the state of a bucket.
   *
   * @param status the stored status; empty where none was ever set
   */
  public static Versioning of(Optional<String> status) {
    return status.map(text -> text.equals("Enabled") ? ENABLED : SUSPENDED).orElse(OFF);
  }

  /** Returns the id of a new version. */
  public String newVersionId(String uniqueId) {
    return this == ENABLED ? uniqueId : ObjectVersion.NULL_VERSION;
  }

  /** Returns the versions after a write, the newest first. */
  public List<ObjectVersion> write(Optional<StoredObject> before, ObjectVersion written) {
    List<ObjectVersion> versions = new ArrayList<>();
    versions.add(written);
    before
        .map(StoredObject::versions)
        .orElse(List.of())
        .forEach(
            version -> {
              if (!version.versionId().equals(written.versionId())) {
                versions.add(version);
              }
            });
    return versions;
  }

  /**
   * Returns the versions after a delete without a version id: a delete marker comes on top, unless
   * the bucket never had versioning.
   */
  public List<ObjectVersion> delete(Optional<StoredObject> before, String uniqueId, Instant now) {
    return this == OFF ? List.of() : write(before, marker(newVersionId(uniqueId), now));
  }

  /** Returns the versions without one of them. */
  public static List<ObjectVersion> remove(Optional<StoredObject> before, String versionId) {
    return before.map(StoredObject::versions).orElse(List.of()).stream()
        .filter(version -> !version.versionId().equals(versionId))
        .toList();
  }

  private static ObjectVersion marker(String versionId, Instant now) {
    return new ObjectVersion(
        Optional.empty(),
        versionId,
        now,
        0,
        "",
        ObjectHeaders.NONE,
        Optional.empty(),
        new ObjectEncryption.Managed(Optional.empty()),
        List.of(),
        Map.of(),
        "STANDARD");
  }
}
