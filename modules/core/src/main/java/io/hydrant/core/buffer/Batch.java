package io.hydrant.core.buffer;

import java.time.Instant;

/**
 * Records on their way to one object. It is stored before the upload, so that a crash repeats the
 * same object instead of making a second one.
 *
 * @param endPosition the first position that is not part of it
 */
public record Batch(long number, long endPosition, S3ObjectLocation target, Instant plannedAt) {}
