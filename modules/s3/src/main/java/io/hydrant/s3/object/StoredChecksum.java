package io.hydrant.s3.object;

import io.hydrant.s3.checksum.ChecksumAlgorithm;

/**
 * The checksum of an object, or of a part of one.
 *
 * @param value in Base64; that of a composite one ends with a hyphen and the number of parts
 * @param type whether it is computed over all bytes or over the checksums of the parts
 */
public record StoredChecksum(ChecksumAlgorithm algorithm, String value, Type type) {
  /** The names are those of {@code x-amz-checksum-type}. */
  public enum Type {
    FULL_OBJECT,
    COMPOSITE
  }
}
