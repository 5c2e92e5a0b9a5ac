package io.hydrant.s3.object;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of an object, or a delete marker.
 *
 * @param contentId names the file with the bytes; empty for a delete marker
 * @param versionId {@code null} as text for the version that a bucket without versioning writes
 * @param size in bytes, as the client sent them
 * @param eTag in hexadecimal digits, without quotation marks
 * @param checksum the checksum that the client gave, or CRC64NVME
 * @param parts empty for an object that was not uploaded in parts
 */
public record ObjectVersion(
    Optional<String> contentId,
    String versionId,
    Instant lastModified,
    long size,
    String eTag,
    ObjectHeaders headers,
    Optional<StoredChecksum> checksum,
    ObjectEncryption encryption,
    List<ObjectPart> parts,
    Map<String, String> tags,
    String storageClass) {
  /** The id of the version that a bucket without versioning writes. */
  public static final String NULL_VERSION = "null";

  public ObjectVersion {
    parts = List.copyOf(parts);
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  @JsonIgnore
  public boolean isDeleteMarker() {
    return contentId.isEmpty();
  }

  /** Returns whether the bytes are stored as the client sent them. */
  @JsonIgnore
  public boolean isReadable() {
    return encryption.fold(managed -> managed.sealedKey().isEmpty(), kms -> false, key -> false);
  }

  /** Returns the same version with other tags. */
  public ObjectVersion withTags(Map<String, String> others) {
    return new ObjectVersion(
        contentId,
        versionId,
        lastModified,
        size,
        eTag,
        headers,
        checksum,
        encryption,
        parts,
        others,
        storageClass);
  }
}
