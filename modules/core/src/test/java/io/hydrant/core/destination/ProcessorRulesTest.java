package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.S3Configurations.extraction;
import static io.hydrant.core.destination.S3Configurations.lambda;
import static io.hydrant.core.destination.S3Configurations.processed;
import static io.hydrant.core.destination.S3Configurations.processing;
import static io.hydrant.core.destination.S3Configurations.processor;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorRulesTest {
  private static final String NOT_PARTITIONED =
      "class com.amazonaws.services.firehose.internal.model.%sProcessor can only be present when"
          + " Dynamic Partitioning is enabled.";

  @Property
  void every_kind_of_destination_keeps_the_rules_of_processors(@ForAll DestinationType type) {
    if (type == DestinationType.S3) {
      return;
    }
    assertThat(with(type, processing(lambda()))).isEmpty();
    assertThat(with(type, processing(lambda("NumberOfRetries", "301"))))
        .contains("Number of retries for lambda must be between 0 and 300.");
    assertThat(with(type, processing()))
        .contains(
            "A maximum of 5 and a minimum of 1 processor needs to be supplied when processing is"
                + " enabled.");
  }

  @Property
  void only_iceberg_extracts_without_partitions(@ForAll DestinationType type) {
    if (type == DestinationType.S3) {
      return;
    }
    Optional<String> extracted = with(type, processing(extraction("{a:.a}")));
    if (type == DestinationType.ICEBERG) {
      assertThat(extracted).isEmpty();
    } else {
      assertThat(extracted).contains(NOT_PARTITIONED.formatted("MetadataExtraction"));
    }
    assertThat(with(type, processing(processor("RecordDeAggregation", "SubRecordType", "JSON"))))
        .contains(NOT_PARTITIONED.formatted("RecordDeAggregation"));
  }

  @Test
  void processing_that_is_off_has_any_number_of_processors_but_no_wrong_one() {
    Structure wrong = processing(processor("Lambda")).with("Enabled", new Bool(false));
    assertThat(with(DestinationType.EXTENDED_S3, wrong))
        .contains("LambdaArn is required when Lambda processor is used.");
    assertThat(with(DestinationType.EXTENDED_S3, processing().with("Enabled", new Bool(false))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NumberOfRetries, three, Number of retries",
    "NumberOfRetries, 1.5, Number of retries",
    "NumberOfRetries, 99999999999, Number of retries",
    "BufferSizeInMBs, one, BufferSizeInMBs for",
    "BufferSizeInMBs, 1e0, BufferSizeInMBs for",
    "BufferSizeInMBs, -1, BufferSizeInMBs for",
    "BufferIntervalInSeconds, 901, BufferIntervalInSeconds for",
    "BufferIntervalInSeconds, minute, BufferIntervalInSeconds for"
  })
  void what_is_no_number_is_outside_the_bounds(String parameter, String value, String words) {
    String other =
        parameter.equals("BufferSizeInMBs") ? "BufferIntervalInSeconds" : "BufferSizeInMBs";
    Structure given =
        parameter.equals("NumberOfRetries")
            ? lambda(parameter, value)
            : lambda(parameter, value, other, "1");
    assertThat(Creations.extendedS3(processed(given)).orElseThrow().message()).startsWith(words);
  }

  @Test
  void the_pair_is_missed_before_a_bound() {
    assertThat(Creations.extendedS3(processed(lambda("BufferSizeInMBs", "9"))))
        .map(ServiceError::message)
        .hasValueSatisfying(words -> assertThat(words).startsWith("Both BufferSizeInMBs"));
  }

  @Test
  void an_extraction_has_a_query() {
    Structure engineAlone = processor("MetadataExtraction", "JsonParsingEngine", "JQ-1.6");
    assertThat(with(DestinationType.ICEBERG, processing(engineAlone)))
        .contains("MetadataExtractionQuery is required when MetadataExtraction processor is used.");
  }

  @Test
  void what_is_no_list_of_processors_is_none() {
    assertThat(with(DestinationType.EXTENDED_S3, members("Processors", "old"))).isEmpty();
  }

  private static Optional<String> with(DestinationType type, Structure processing) {
    return Creations.of(type, Kinds.configuration(type).with("ProcessingConfiguration", processing))
        .map(ServiceError::message);
  }
}
