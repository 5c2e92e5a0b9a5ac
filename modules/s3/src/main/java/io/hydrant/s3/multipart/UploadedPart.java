package io.hydrant.s3.multipart;

import io.hydrant.s3.object.StoredChecksum;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of an upload.
 *
 * @param number from 1 to 10,000
 * @param contentId names the file with the bytes
 * @param size in bytes
 * @param eTag in hexadecimal digits, without quotation marks
 */
public record UploadedPart(
    int number,
    String contentId,
    Instant uploaded,
    long size,
    String eTag,
    Optional<StoredChecksum> checksum) {}
