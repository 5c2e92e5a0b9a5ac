package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.List;
import java.util.Optional;

/**
 * One processor of a ProcessingConfiguration.
 *
 * @param type for example {@code Lambda}
 * @param parameters in the order in which they were given
 */
public record Processor(String type, List<Parameter> parameters) {
  static final String PROCESSING = "ProcessingConfiguration";
  public static final String LAMBDA = "Lambda";
  public static final String METADATA_EXTRACTION = "MetadataExtraction";
  public static final String DEAGGREGATION = "RecordDeAggregation";
  public static final String DECOMPRESSION = "Decompression";
  public static final String CLOUD_WATCH_LOGS = "CloudWatchLogProcessing";
  public static final String APPEND_DELIMITER = "AppendDelimiterToRecord";

  /** A parameter; every value is a text. */
  public record Parameter(String name, String value) {
    static Parameter of(Structure parameter) {
      return new Parameter(
          parameter.text("ParameterName").orElse(""), parameter.text("ParameterValue").orElse(""));
    }

    Structure asDocument() {
      return Structure.empty()
          .with("ParameterName", new Text(name))
          .with("ParameterValue", new Text(value));
    }
  }

  /** Every processor of a destination's ProcessingConfiguration, enabled or not. */
  static List<Processor> of(Structure configuration) {
    return configuration.structure(PROCESSING).stream()
        .flatMap(processing -> structures(processing, "Processors").stream())
        .map(Processor::read)
        .toList();
  }

  static boolean areEnabled(Structure configuration) {
    return configuration.structure(PROCESSING).filter(each -> each.isTrue("Enabled")).isPresent();
  }

  static boolean has(Structure configuration, String type) {
    return of(configuration).stream().anyMatch(processor -> processor.type.equals(type));
  }

  static Processor read(Structure processor) {
    return new Processor(
        processor.text("Type").orElse(""),
        structures(processor, "Parameters").stream().map(Parameter::of).toList());
  }

  /** The value of the first parameter of that name. */
  public Optional<String> value(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name.equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  Structure asDocument() {
    List<Document> documents = List.copyOf(parameters.stream().map(Parameter::asDocument).toList());
    return Structure.empty()
        .with("Type", new Text(type))
        .with("Parameters", new Sequence(documents));
  }

  private static List<Structure> structures(Structure holder, String member) {
    return holder.get(member).stream()
        .filter(Sequence.class::isInstance)
        .flatMap(sequence -> ((Sequence) sequence).elements().stream())
        .filter(Structure.class::isInstance)
        .map(Structure.class::cast)
        .toList();
  }
}
