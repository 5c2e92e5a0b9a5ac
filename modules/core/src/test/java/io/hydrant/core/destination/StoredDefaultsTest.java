package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.S3Configurations.FUNCTION;
import static io.hydrant.core.destination.S3Configurations.ROLE;
import static io.hydrant.core.destination.S3Configurations.conversion;
import static io.hydrant.core.destination.S3Configurations.converted;
import static io.hydrant.core.destination.S3Configurations.lambda;
import static io.hydrant.core.destination.S3Configurations.partitioned;
import static io.hydrant.core.destination.S3Configurations.processed;
import static io.hydrant.core.destination.S3Configurations.processing;
import static io.hydrant.core.destination.S3Configurations.processor;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredDefaultsTest {
  @Test
  void a_lambda_processor_has_all_parameters_in_the_order_of_aws() {
    assertThat(filled(processed(lambda()))).isEqualTo(processing(allOf("3", ROLE, "1", "60")));
    Structure given =
        processor(
            "Lambda",
            "BufferIntervalInSeconds",
            "70",
            "RoleArn",
            "other",
            "BufferSizeInMBs",
            "2",
            "NumberOfRetries",
            "0",
            "LambdaArn",
            FUNCTION);
    assertThat(filled(processed(given))).isEqualTo(processing(allOf("0", "other", "2", "70")));
  }

  @ParameterizedTest
  @CsvSource({
    "EXTENDED_S3, 1, 60",
    "HTTP_ENDPOINT, 1, 60",
    "ICEBERG, 1, 60",
    "SPLUNK, 0.25, 60",
    "SNOWFLAKE, 0.25, 30"
  })
  void splunk_and_snowflake_have_smaller_buffers(
      DestinationType type, String size, String interval) {
    Structure configuration =
        Kinds.configuration(type).with("ProcessingConfiguration", processing(lambda()));
    assertThat(processingOf(new Destination(type, configuration)))
        .isEqualTo(processing(allOf("3", ROLE, size, interval)));
  }

  @Test
  void other_processors_have_the_one_parameter_that_is_theirs() {
    assertThat(
            filled(
                processed(
                    processor("AppendDelimiterToRecord", "Delimiter", "\\n"),
                    processor("Decompression"),
                    processor("CloudWatchLogProcessing", "DataMessageExtraction", "True"),
                    processor("RecordDeAggregation", "SubRecordType", "JSON"))))
        .isEqualTo(
            processing(
                processor("AppendDelimiterToRecord"),
                processor("Decompression", "CompressionFormat", "GZIP"),
                processor("CloudWatchLogProcessing", "DataMessageExtraction", "true"),
                processor("RecordDeAggregation", "SubRecordType", "JSON")));
  }

  @Test
  void processing_is_off_unless_it_is_on() {
    assertThat(filled(extendedS3("ProcessingConfiguration", members()).configuration()))
        .isEqualTo(members("Enabled", false, "Processors", Kinds.list()));
  }

  @Test
  void hints_that_are_left_out_are_larger_for_conversions_and_partitions() {
    assertThat(hintsOf(extendedS3().configuration())).isEqualTo(hints(5, 300));
    assertThat(hintsOf(converted(conversion()))).isEqualTo(hints(128, 300));
    assertThat(hintsOf(converted(members("Enabled", false)))).isEqualTo(hints(5, 300));
    assertThat(hintsOf(partitioned().without("BufferingHints"))).isEqualTo(hints(128, 300));
    assertThat(hintsOf(partitioned())).isEqualTo(hints(64, 60));
  }

  @Property
  void to_fill_in_twice_is_to_fill_in_once(@ForAll DestinationType type) {
    Structure configuration =
        Kinds.configuration(type)
            .with("ProcessingConfiguration", processing(lambda(), processor("Decompression")));
    Destination once = StoredDefaults.fill(new Destination(type, configuration));
    assertThat(StoredDefaults.fill(once)).isEqualTo(once);
  }

  private static Structure allOf(String retries, String role, String size, String interval) {
    return processor(
        "Lambda",
        "LambdaArn",
        FUNCTION,
        "NumberOfRetries",
        retries,
        "RoleArn",
        role,
        "BufferSizeInMBs",
        size,
        "BufferIntervalInSeconds",
        interval);
  }

  private static Structure filled(Structure s3) {
    return processingOf(new Destination(DestinationType.EXTENDED_S3, s3));
  }

  private static Structure processingOf(Destination destination) {
    return StoredDefaults.fill(destination)
        .configuration()
        .structure("ProcessingConfiguration")
        .orElseThrow();
  }

  private static Structure hintsOf(Structure s3) {
    return StoredDefaults.fill(new Destination(DestinationType.EXTENDED_S3, s3))
        .configuration()
        .structure("BufferingHints")
        .orElseThrow();
  }
}
