package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for dynamic partitioning where it is enabled. Recorded from AWS, September 2026, and
 * reported by its users; the order is known in part only: hints, prefix, processing, keys.
 */
final class PartitioningRules {
  private static final int SIZE_MIN = 64;
  private static final int INTERVAL_MIN = 60;

  private PartitioningRules() {}

  static boolean partitions(Structure s3) {
    return s3.structure("DynamicPartitioningConfiguration")
        .filter(partitioning -> partitioning.isTrue("Enabled"))
        .isPresent();
  }

  static Optional<ServiceError> check(Structure s3) {
    return partitions(s3)
        ? hints(s3)
            .or(() -> namespaces(s3))
            .or(() -> processing(s3))
            .or(() -> processors(s3))
            .or(() -> unusedKeys(s3))
        : Optional.empty();
  }

  private static Optional<ServiceError> hints(Structure s3) {
    Structure hints = s3.structure("BufferingHints").orElse(Structure.empty());
    return hints
        .integer("SizeInMBs")
        .filter(size -> size < SIZE_MIN)
        .map(size -> PartitioningErrors.bufferSize(SIZE_MIN))
        .or(
            () ->
                hints
                    .integer("IntervalInSeconds")
                    .filter(interval -> interval < INTERVAL_MIN)
                    .map(interval -> PartitioningErrors.bufferInterval(INTERVAL_MIN)));
  }

  private static Optional<ServiceError> namespaces(Structure s3) {
    return PrefixExpressions.namesPartitionKey(prefix(s3))
        ? Optional.empty()
        : Optional.of(PartitioningErrors.noNamespace());
  }

  private static Optional<ServiceError> processing(Structure s3) {
    return Processor.areEnabled(s3)
        ? Optional.empty()
        : Optional.of(PartitioningErrors.noProcessing());
  }

  /** Keys come from the processor of their namespace. */
  private static Optional<ServiceError> processors(Structure s3) {
    if (!PrefixExpressions.keysFromQuery(prefix(s3)).isEmpty()
        && !Processor.has(s3, Processor.METADATA_EXTRACTION)) {
      return Optional.of(PartitioningErrors.noExtraction());
    }
    return !PrefixExpressions.keysFromLambda(prefix(s3)).isEmpty()
            && !Processor.has(s3, Processor.LAMBDA)
        ? Optional.of(PartitioningErrors.noLambda())
        : Optional.empty();
  }

  /**
   * Each key that the query makes is used. A query is accepted when its keys cannot be found out.
   */
  private static Optional<ServiceError> unusedKeys(Structure s3) {
    Set<String> used = PrefixExpressions.keysFromQuery(prefix(s3));
    return Processor.of(s3).stream()
        .filter(processor -> processor.type().equals(Processor.METADATA_EXTRACTION))
        .flatMap(processor -> processor.value("MetadataExtractionQuery").stream())
        .flatMap(query -> QueryKeys.of(query).stream())
        .filter(keys -> !used.containsAll(keys))
        .map(keys -> PartitioningErrors.unusedKey())
        .findFirst();
  }

  private static String prefix(Structure s3) {
    return s3.text("Prefix").orElse("");
  }
}
