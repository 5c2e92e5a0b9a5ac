package io.hydrant.core.buffer;

import java.time.Instant;
import java.util.Optional;

/**
 * Records on their way to one object. It is stored before the upload, so that a crash repeats the
 * same object instead of making a second one.
 *
 * @param endPosition the first position that is not part of it
 * @param place the place of processed records; empty for records that are delivered as they came
 * @param errors the object of those records whose format cannot be converted; empty where no format
 *     is converted
 */
public record Batch(
    long number,
    long endPosition,
    S3ObjectLocation target,
    Instant plannedAt,
    Optional<OutputPlace> place,
    Optional<S3ObjectLocation> errors) {
  public Batch(long number, long endPosition, S3ObjectLocation target, Instant plannedAt) {
    this(number, endPosition, target, plannedAt, Optional.empty(), Optional.empty());
  }
}
