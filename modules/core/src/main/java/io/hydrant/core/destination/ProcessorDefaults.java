package io.hydrant.core.destination;

import io.hydrant.core.destination.Processor.Parameter;
import io.hydrant.core.document.Document.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters of processors as AWS stores them. */
final class ProcessorDefaults {
  private ProcessorDefaults() {}

  static Processor fill(Processor processor, DestinationType type, Structure configuration) {
    return switch (processor.type()) {
      case Processor.LAMBDA -> lambda(processor, type, configuration);
      case Processor.DECOMPRESSION -> decompression(processor);
      case Processor.CLOUD_WATCH_LOGS -> logProcessing(processor);
      // Recorded from AWS: its delimiter is taken and does nothing.
      case Processor.APPEND_DELIMITER -> new Processor(processor.type(), List.of());
      default -> processor;
    };
  }

  /**
   * Every parameter, in this order, the role being the destination's. Recorded from AWS, September
   * 2026. The smaller buffers for Splunk and Snowflake: AWS documentation, page
   * data-transformation. Parameters of other processors stay, at the end: assumed.
   */
  private static Processor lambda(
      Processor processor, DestinationType type, Structure configuration) {
    List<Parameter> ordered = new ArrayList<>();
    add(ordered, "LambdaArn", processor.value("LambdaArn"));
    add(ordered, "NumberOfRetries", processor.value("NumberOfRetries").or(() -> Optional.of("3")));
    add(ordered, "RoleArn", processor.value("RoleArn").or(() -> role(configuration)));
    add(
        ordered,
        "BufferSizeInMBs",
        processor.value("BufferSizeInMBs").or(() -> Optional.of(bufferSize(type))));
    add(
        ordered,
        "BufferIntervalInSeconds",
        processor.value("BufferIntervalInSeconds").or(() -> Optional.of(bufferInterval(type))));
    processor.parameters().stream()
        .filter(given -> ordered.stream().noneMatch(each -> each.name().equals(given.name())))
        .forEach(ordered::add);
    return new Processor(processor.type(), ordered);
  }

  private static void add(List<Parameter> parameters, String name, Optional<String> value) {
    value.ifPresent(given -> parameters.add(new Parameter(name, given)));
  }

  /** Returns the destination's role, or that of its bucket where it has none (assumed). */
  private static Optional<String> role(Structure configuration) {
    return configuration
        .text("RoleARN")
        .or(() -> configuration.structure("S3Configuration").flatMap(s3 -> s3.text("RoleARN")));
  }

  private static String bufferSize(DestinationType type) {
    return type == DestinationType.SPLUNK || type == DestinationType.SNOWFLAKE ? "0.25" : "1";
  }

  private static String bufferInterval(DestinationType type) {
    return type == DestinationType.SNOWFLAKE ? "30" : "60";
  }

  /** Stored in lower case, however it was written: recorded from AWS. */
  private static Processor logProcessing(Processor processor) {
    return processor
        .value("DataMessageExtraction")
        .map(value -> only(processor, "DataMessageExtraction", value.toLowerCase(Locale.ROOT)))
        .orElse(processor);
  }

  private static Processor decompression(Processor processor) {
    return only(
        processor, "CompressionFormat", processor.value("CompressionFormat").orElse("GZIP"));
  }

  private static Processor only(Processor processor, String parameter, String value) {
    return new Processor(processor.type(), List.of(new Parameter(parameter, value)));
  }
}
