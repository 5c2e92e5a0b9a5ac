package io.hydrant.s3.object;

import java.util.Optional;

/**
 * A part of an object that was uploaded in parts.
 *
 * @param number from 1 to 10,000
 * @param size in bytes
 */
public record ObjectPart(int number, long size, Optional<StoredChecksum> checksum) {}
