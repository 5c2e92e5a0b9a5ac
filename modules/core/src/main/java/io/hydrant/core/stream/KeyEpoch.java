package io.hydrant.core.stream;

import io.hydrant.core.id.Bytes;
import java.util.Optional;

/**
 * A span of the stream's life in which records are sealed under one data key.
 *
 * @param number 1 for the first key, counting up; 0 means "not encrypted" elsewhere
 * @param grantId the grant on a customer's key; empty for AWS owned keys
 * @param wrappedDataKey the data key as KMS wrapped it; never in plaintext
 */
public record KeyEpoch(
    int number, KeyType type, String keyArn, Optional<String> grantId, Bytes wrappedDataKey) {}
