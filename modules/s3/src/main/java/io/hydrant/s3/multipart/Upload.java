package io.hydrant.s3.multipart;

import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectHeaders;
import io.hydrant.s3.object.StoredChecksum;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An upload in parts that is neither completed nor aborted.
 *
 * @param id names the upload
 * @param principal the ARN of the principal that began it
 * @param checksum the algorithm that the client chose for the parts; empty for none
 * @param encryption of the object that it will become; the parts are encrypted in the same way
 */
public record Upload(
    String id,
    String key,
    Instant begun,
    String principal,
    ObjectHeaders headers,
    Optional<ChecksumAlgorithm> checksum,
    Optional<StoredChecksum.Type> checksumType,
    ObjectEncryption encryption,
    Map<String, String> tags,
    String storageClass) {}
