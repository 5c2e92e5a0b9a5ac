package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules for settings that can be made at creation only, or cannot be undone. */
public final class UpdateRules {
  private UpdateRules() {}

  /** InvalidArgumentException for a change that no update makes. */
  public static Optional<ServiceError> check(Destination before, Destination after) {
    return partitioning(before, after).or(() -> decompression(before, after));
  }

  /**
   * "You can enable dynamic partitioning only when you create a new stream", and not disable it:
   * AWS documentation, page dynamic-partitioning.
   */
  private static Optional<ServiceError> partitioning(Destination before, Destination after) {
    if (partitions(after)) {
      return partitions(before) ? Optional.empty() : Optional.of(PartitioningErrors.enabledLater());
    }
    return partitions(before) && after.type().isS3()
        ? Optional.of(PartitioningErrors.disabledLater())
        : Optional.empty();
  }

  /** Recorded from AWS: only a stream that has called a function can begin to decompress. */
  private static Optional<ServiceError> decompression(Destination before, Destination after) {
    boolean begins = decompresses(after) && !decompresses(before);
    return begins && !callsFunction(before)
        ? Optional.of(S3Errors.decompressionLater())
        : Optional.empty();
  }

  private static boolean partitions(Destination destination) {
    return destination.type().kind().partitions(destination.configuration());
  }

  private static boolean decompresses(Destination destination) {
    return Processor.areEnabled(destination.configuration())
        && Processor.has(destination.configuration(), Processor.DECOMPRESSION);
  }

  private static boolean callsFunction(Destination destination) {
    return Processor.areEnabled(destination.configuration())
        && Processor.has(destination.configuration(), Processor.LAMBDA);
  }
}
