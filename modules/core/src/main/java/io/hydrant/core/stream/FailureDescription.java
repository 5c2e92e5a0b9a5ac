package io.hydrant.core.stream;

/** FailureDescription: what failed with KMS, and a sentence that helps. */
public record FailureDescription(FailureType type, String details) {}
