package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a destination does with its records before it delivers them. */
class ProcessingTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f:1";

  private static Structure processor(String type, String... parameters) {
    List<Document> all = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      all.add(
          Structure.empty()
              .with("ParameterName", new Text(parameters[i]))
              .with("ParameterValue", new Text(parameters[i + 1])));
    }
    return Structure.empty()
        .with("Type", new Text(type))
        .with("Parameters", new Sequence(List.copyOf(all)));
  }

  private static Structure configuration(boolean enabled, Structure... processors) {
    return Structure.empty()
        .with("Enabled", new Bool(enabled))
        .with("Processors", new Sequence(Arrays.<Document>asList(processors)));
  }

  private static Processing of(Structure configuration) {
    return Processing.of(extendedS3("ProcessingConfiguration", configuration));
  }

  @Test
  void a_plain_destination_processes_nothing() {
    Processing plain = Processing.of(extendedS3());
    assertThat(plain.isStaged()).isFalse();
    assertThat(plain.policy()).isEmpty();
  }

  @Test
  void processors_act_in_one_order_whatever_the_order_in_which_they_are_listed() {
    assertThat(
            of(configuration(
                    true,
                    processor("MetadataExtraction"),
                    processor("Lambda"),
                    processor("AppendDelimiterToRecord"),
                    processor("CloudWatchLogProcessing"),
                    processor("Decompression"),
                    processor("RecordDeAggregation")))
                .processors())
        .extracting(Processor::type)
        .containsExactly(
            "RecordDeAggregation",
            "Decompression",
            "CloudWatchLogProcessing",
            "Lambda",
            "MetadataExtraction");
  }

  @Test
  void processors_that_are_switched_off_do_nothing() {
    assertThat(of(configuration(false, processor("Lambda"))).isStaged()).isFalse();
  }

  @Test
  void a_function_is_called_by_its_own_hints() {
    Processing processing =
        of(
            configuration(
                true,
                processor(
                    "Lambda",
                    "LambdaArn",
                    FUNCTION,
                    "NumberOfRetries",
                    "5",
                    "RoleArn",
                    "arn:aws:iam::000000000000:role/r",
                    "BufferSizeInMBs",
                    "0.25",
                    "BufferIntervalInSeconds",
                    "7")));
    assertThat(processing.lambda())
        .contains(
            new Processing.LambdaStep(
                FUNCTION, Optional.of("arn:aws:iam::000000000000:role/r"), 5, 256 * 1024, 7));
    assertThat(processing.policy()).contains(new BufferingPolicy(256 * 1024, 7));
  }

  @Test
  void records_without_a_function_are_processed_each_second() {
    assertThat(of(configuration(true, processor("Decompression"))).policy())
        .contains(new BufferingPolicy(1024 * 1024, 1));
  }

  @Test
  void a_delimiter_alone_is_appended_at_the_upload() {
    Structure configuration = configuration(true, processor("AppendDelimiterToRecord"));
    assertThat(of(configuration).isStaged()).isFalse();
    assertThat(Processing.appendsDelimiter(extendedS3("ProcessingConfiguration", configuration)))
        .isTrue();
    assertThat(
            Processing.appendsDelimiter(
                extendedS3(
                    "ProcessingConfiguration",
                    configuration(false, processor("AppendDelimiterToRecord")))))
        .isFalse();
  }

  @Test
  void a_source_backup_has_a_bucket_of_its_own() {
    Structure backup =
        Structure.empty()
            .with("BucketARN", new Text("arn:aws:s3:::backup"))
            .with("Prefix", new Text("b/"));
    Processing enabled =
        Processing.of(extendedS3("S3BackupMode", "Enabled", "S3BackupConfiguration", backup));
    assertThat(enabled.backup()).map(S3Target::bucket).contains("backup");
    assertThat(enabled.isStaged()).isTrue();
    assertThat(
            Processing.of(extendedS3("S3BackupMode", "Disabled", "S3BackupConfiguration", backup))
                .backup())
        .isEmpty();
  }

  @Test
  void a_destination_of_another_kind_backs_up_in_its_own_bucket() {
    Structure bucket = Structure.empty().with("BucketARN", new Text("arn:aws:s3:::backup"));
    Structure splunk =
        Structure.empty()
            .with("S3BackupMode", new Text("AllEvents"))
            .with("S3Configuration", bucket);
    assertThat(Processing.of(new Destination(DestinationType.SPLUNK, splunk)).backup())
        .map(S3Target::bucket)
        .contains("backup");
  }
}
