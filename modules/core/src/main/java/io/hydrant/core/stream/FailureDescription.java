package io.hydrant.core.stream;

/** FailureDescription: the failure of KMS and its details. */
public record FailureDescription(FailureType type, String details) {}
