package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for the processors of any kind of destination. Recorded from AWS, September 2026, with
 * the order of the first four checks: repeated parameters, their number, a second Lambda processor,
 * then each processor's own parameters. That the checks hold for a configuration that is not
 * enabled, too, is assumed.
 */
final class ProcessorRules {
  private static final int PROCESSORS_MAX = 5;
  private static final Set<String> SUB_RECORD_TYPES = Set.of("JSON", "DELIMITED");

  private ProcessorRules() {}

  /** InvalidArgumentException for the first rule that is broken. */
  static Optional<ServiceError> check(Destination destination) {
    Structure configuration = destination.configuration();
    if (configuration.structure(Processor.PROCESSING).isEmpty()) {
      return Optional.empty();
    }
    List<Processor> processors = Processor.of(configuration);
    return repeatedParameters(processors)
        .or(() -> count(configuration, processors))
        .or(() -> secondLambda(processors))
        .or(() -> processors.stream().flatMap(each -> own(each).stream()).findFirst())
        .or(() -> logsWithoutDecompression(processors))
        .or(() -> unpartitioned(destination, processors));
  }

  /** Forbids repeated parameter names in a processor. */
  private static Optional<ServiceError> repeatedParameters(List<Processor> processors) {
    return processors.stream().anyMatch(ProcessorRules::repeatsParameter)
        ? Optional.of(ProcessorErrors.duplicateParameter())
        : Optional.empty();
  }

  private static boolean repeatsParameter(Processor processor) {
    Set<String> seen = new HashSet<>();
    return processor.parameters().stream().anyMatch(parameter -> !seen.add(parameter.name()));
  }

  /** Requires one to five processors unless processing is off. */
  private static Optional<ServiceError> count(Structure configuration, List<Processor> processors) {
    boolean wrong = processors.isEmpty() || processors.size() > PROCESSORS_MAX;
    return wrong && Processor.areEnabled(configuration)
        ? Optional.of(ProcessorErrors.count())
        : Optional.empty();
  }

  /** Other types may be listed twice. */
  private static Optional<ServiceError> secondLambda(List<Processor> processors) {
    long lambdas = processors.stream().filter(each -> each.type().equals(Processor.LAMBDA)).count();
    return lambdas > 1 ? Optional.of(ProcessorErrors.twoLambdas()) : Optional.empty();
  }

  private static Optional<ServiceError> own(Processor processor) {
    return switch (processor.type()) {
      case Processor.LAMBDA -> LambdaRules.check(processor);
      case Processor.DEAGGREGATION -> deaggregation(processor);
      case Processor.METADATA_EXTRACTION -> metadataExtraction(processor);
      case Processor.DECOMPRESSION -> decompression(processor);
      case Processor.CLOUD_WATCH_LOGS -> logProcessing(processor);
      default -> Optional.empty();
    };
  }

  /** Rejects an unknown type, and a missing one in the same words (assumed). */
  private static Optional<ServiceError> deaggregation(Processor processor) {
    String type = processor.value("SubRecordType").orElse("");
    if (!SUB_RECORD_TYPES.contains(type)) {
      return Optional.of(ProcessorErrors.subRecordType());
    }
    return type.equals("DELIMITED") && processor.value("Delimiter").isEmpty()
        ? Optional.of(ProcessorErrors.delimiter())
        : Optional.empty();
  }

  /** Both parameters, and the one engine that there is. */
  private static Optional<ServiceError> metadataExtraction(Processor processor) {
    if (!processor.value("JsonParsingEngine").orElse("").equals("JQ-1.6")) {
      return Optional.of(ProcessorErrors.parsingEngine());
    }
    return processor.value("MetadataExtractionQuery").isEmpty()
        ? Optional.of(ProcessorErrors.noQuery())
        : Optional.empty();
  }

  /** GZIP where the format is left out. */
  private static Optional<ServiceError> decompression(Processor processor) {
    return processor
        .value("CompressionFormat")
        .filter(format -> !format.equals("GZIP"))
        .map(format -> ProcessorErrors.compressionFormat());
  }

  /** True or false in any case; there is no default. */
  private static Optional<ServiceError> logProcessing(Processor processor) {
    String value = processor.value("DataMessageExtraction").orElse("");
    return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
        ? Optional.empty()
        : Optional.of(ProcessorErrors.messageExtraction());
  }

  private static Optional<ServiceError> logsWithoutDecompression(List<Processor> processors) {
    boolean logs = processors.stream().anyMatch(each -> is(each, Processor.CLOUD_WATCH_LOGS));
    boolean opened = processors.stream().anyMatch(each -> is(each, Processor.DECOMPRESSION));
    return logs && !opened ? Optional.of(ProcessorErrors.noDecompression()) : Optional.empty();
  }

  /**
   * Extraction and de-aggregation serve dynamic partitioning alone; for Iceberg extraction says the
   * table of a record.
   */
  private static Optional<ServiceError> unpartitioned(
      Destination destination, List<Processor> processors) {
    if (destination.type().kind().partitions(destination.configuration())) {
      return Optional.empty();
    }
    boolean iceberg = destination.type() == DestinationType.ICEBERG;
    return processors.stream()
        .filter(
            each ->
                is(each, Processor.DEAGGREGATION)
                    || (is(each, Processor.METADATA_EXTRACTION) && !iceberg))
        .map(each -> ProcessorErrors.notPartitioned(each.type()))
        .findFirst();
  }

  private static boolean is(Processor processor, String type) {
    return processor.type().equals(type);
  }
}
