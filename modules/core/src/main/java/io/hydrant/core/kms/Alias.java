package io.hydrant.core.kms;

import java.time.Instant;

/** A name for a key. */
public record Alias(String name, String keyId, Instant createdAt) {}
