package io.hydrant.core.buffer;

/**
 * Records whose processing failed and is tried again.
 *
 * @param endPosition the first position that is not part of them
 */
public record FailedProcessing(long endPosition, DeliveryFailure failure) {}
