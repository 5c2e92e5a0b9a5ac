package io.hydrant.core.destination;

import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.document.Document.Structure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a destination does with records before it delivers them.
 *
 * @param processors in the order in which they act, whatever the order in which they are listed:
 *     AWS documentation, pages data-transformation and dynamic-partitioning
 * @param partitioned whether each combination of partition keys has objects of its own
 * @param backup the bucket that gets every record as it was put; empty where only failed records
 *     are kept
 */
public record Processing(
    List<Processor> processors, boolean partitioned, Optional<S3Target> backup) {
  private static final List<String> ORDER =
      List.of(
          Processor.DEAGGREGATION,
          Processor.DECOMPRESSION,
          Processor.CLOUD_WATCH_LOGS,
          Processor.LAMBDA,
          Processor.METADATA_EXTRACTION);

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1024L * 1024);

  private static final BufferingPolicy WITHOUT_LAMBDA =
      new BufferingPolicy(MEBIBYTE.longValue(), 1);

  private static final Set<String> FULL_BACKUP =
      Set.of("Enabled", "AllData", "AllDocuments", "AllEvents");

  /** How AWS calls a Lambda function: with a batch of this size, or after this time. */
  public record LambdaStep(
      String functionArn, Optional<String> roleArn, int retries, long bytes, int intervalSeconds) {}

  public Processing {
    processors = List.copyOf(processors);
  }

  /** Reads the processing of a destination; processors that are switched off do nothing. */
  public static Processing of(Destination destination) {
    Structure configuration = destination.configuration();
    List<Processor> listed =
        Processor.areEnabled(configuration) ? Processor.of(configuration) : List.of();
    List<Processor> ordered =
        ORDER.stream()
            .flatMap(type -> listed.stream().filter(each -> each.type().equals(type)).limit(1))
            .toList();
    return new Processing(
        ordered,
        destination.type().isS3() && PartitioningRules.partitions(configuration),
        backup(destination));
  }

  private static Optional<S3Target> backup(Destination destination) {
    Structure configuration = destination.configuration();
    boolean full = configuration.text("S3BackupMode").filter(FULL_BACKUP::contains).isPresent();
    return Optional.of(BackupRules.member(destination.type()))
        .filter(member -> full)
        .flatMap(configuration::structure)
        .map(S3Target::of);
  }

  /** Returns whether records are processed before they are buffered for their objects. */
  public boolean isStaged() {
    return !processors.isEmpty() || partitioned || backup.isPresent();
  }

  /**
   * Returns when records are processed: by the hints of the Lambda function; without one each
   * second, or each MiB. Empty where they are not processed.
   */
  public Optional<BufferingPolicy> policy() {
    return isStaged()
        ? Optional.of(
            lambda()
                .map(step -> new BufferingPolicy(step.bytes(), step.intervalSeconds()))
                .orElse(WITHOUT_LAMBDA))
        : Optional.empty();
  }

  public Optional<LambdaStep> lambda() {
    return processors.stream()
        .filter(each -> each.type().equals(Processor.LAMBDA))
        .findFirst()
        .map(Processing::lambda);
  }

  private static LambdaStep lambda(Processor lambda) {
    return new LambdaStep(
        lambda.value("LambdaArn").orElse(""),
        lambda.value("RoleArn"),
        lambda.value("NumberOfRetries").map(Integer::parseInt).orElse(3),
        lambda
            .value("BufferSizeInMBs")
            .map(mebibytes -> new BigDecimal(mebibytes).multiply(MEBIBYTE).longValue())
            .orElse(MEBIBYTE.longValue()),
        lambda.value("BufferIntervalInSeconds").map(Integer::parseInt).orElse(60));
  }

  /** Returns whether a line feed separates the records of an object. */
  public static boolean appendsDelimiter(Destination destination) {
    Structure configuration = destination.configuration();
    return Processor.areEnabled(configuration)
        && Processor.has(configuration, Processor.APPEND_DELIMITER);
  }
}
