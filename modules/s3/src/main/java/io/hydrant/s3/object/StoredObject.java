package io.hydrant.s3.object;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All versions of an object.
 *
 * @param versions the newest first; never empty
 * @param replaced the content that the last change took out, whose file is deleted after it
 */
public record StoredObject(String key, List<ObjectVersion> versions, Set<String> replaced) {
  public StoredObject {
    versions = List.copyOf(versions);
    replaced = Set.copyOf(replaced);
  }

  public ObjectVersion newest() {
    return versions.get(0);
  }

  /** Returns the version that GET without a version id reads. */
  public Optional<ObjectVersion> current() {
    return Optional.of(newest()).filter(version -> !version.isDeleteMarker());
  }

  public Optional<ObjectVersion> version(String versionId) {
    return versions.stream().filter(each -> each.versionId().equals(versionId)).findFirst();
  }

  /** Returns the ids of the files that hold the versions' bytes. */
  public Set<String> contents() {
    return versions.stream().flatMap(each -> each.contentId().stream()).collect(Collectors.toSet());
  }
}
