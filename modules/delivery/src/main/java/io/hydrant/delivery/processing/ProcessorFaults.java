package io.hydrant.delivery.processing;

import io.hydrant.core.id.StreamArn;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Makes processors fail on demand. */
@FunctionalInterface
public interface ProcessorFaults {
  ProcessorFaults NONE = (processorType, stream) -> Optional.empty();

  /**
   * A failure of records at a processor.
   *
   * @param places tells which places of the batch fail
   */
  record Failure(String code, String message, IntPredicate places) {}

  /**
   * Returns the failure that a batch meets before a processor, if any. It blocks while the failure
   * is delayed.
   *
   * @param processorType for example {@code MetadataExtraction}
   */
  Optional<Failure> on(String processorType, StreamArn stream);
}
