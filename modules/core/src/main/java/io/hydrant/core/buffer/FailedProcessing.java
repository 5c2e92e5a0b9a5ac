package io.hydrant.core.buffer;

import java.time.Instant;

/**
 * Records whose processing failed and is tried again.
 *
 * @param endPosition the first position that is not part of them
 * @param byProcessor how many of the attempts failed at a processor; the others did not get so far
 */
public record FailedProcessing(long endPosition, int byProcessor, DeliveryFailure failure) {
  FailedProcessing dueAt(Instant at) {
    return new FailedProcessing(endPosition, byProcessor, failure.dueAt(at));
  }
}
