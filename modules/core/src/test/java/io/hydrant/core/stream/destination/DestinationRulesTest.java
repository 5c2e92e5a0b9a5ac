package io.hydrant.core.stream.destination;

import static io.hydrant.core.stream.destination.Documents.extendedS3;
import static io.hydrant.core.stream.destination.Documents.hints;
import static io.hydrant.core.stream.destination.Documents.members;
import static io.hydrant.core.stream.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationRulesTest {
  private static final String ERRORS = "e/!{firehose:error-output-type}/";

  @Test
  void a_role_and_a_bucket_are_enough() {
    allowed(extendedS3());
  }

  @Test
  void buffering_hints_are_both_given_or_neither() {
    refused(extendedS3("BufferingHints", members("SizeInMBs", 5)), "BufferingHints");
    refused(
        new Destination(
            DestinationType.SPLUNK, members("BufferingHints", members("IntervalInSeconds", 60))),
        "BufferingHints");
    allowed(extendedS3("BufferingHints", Structure.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::logs, true",
    "arn:aws-cn:s3:::logs, true",
    "arn:aws-us-gov:s3:::my.logs_1-x, true",
    "arn:aws:s3:::, false",
    "arn:aws:s3:::logs/folder, false",
    "arn:aws:s3:us-east-1::logs, false",
    "logs, false"
  })
  void a_bucket_is_named_by_its_arn_in_any_partition(String arn, boolean good) {
    check(extendedS3("BucketARN", arn), good, arn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/!{timestamp:yyyy}/",
        "!{timestamp:yyyy'-'MM}",
        "r/!{firehose:random-string}/",
        "plain/"
      })
  void known_expressions_are_allowed_beside_an_error_prefix(String prefix) {
    allowed(extendedS3("Prefix", prefix, "ErrorOutputPrefix", ERRORS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!{timestamp:yyyy",
        "!{timestamp}",
        "!{timestamp:}",
        "!{timestamp:bbb}",
        "!{timestamp:pH}",
        "!{firehose:version}",
        "!{other:x}",
        "!{}"
      })
  void unknown_and_unclosed_expressions_are_refused(String prefix) {
    refused(extendedS3("Prefix", prefix, "ErrorOutputPrefix", ERRORS), "expression in Prefix");
    refused(extendedS3("ErrorOutputPrefix", ERRORS + prefix), "expression in ErrorOutputPrefix");
  }

  @Test
  void a_prefix_with_expressions_needs_an_error_prefix() {
    refused(extendedS3("Prefix", "!{timestamp:yyyy}/"), "ErrorOutputPrefix must be specified");
    refused(
        extendedS3("Prefix", "!{timestamp:yyyy}/", "ErrorOutputPrefix", ""),
        "ErrorOutputPrefix must be specified");
    allowed(extendedS3("Prefix", "!{timestamp:yyyy}/", "ErrorOutputPrefix", "failed/"));
  }

  @Test
  void only_the_error_prefix_tells_the_type_of_the_error() {
    refused(extendedS3("Prefix", ERRORS, "ErrorOutputPrefix", ERRORS), "Prefix must not contain");
    refused(
        extendedS3("ErrorOutputPrefix", "e/!{timestamp:yyyy}/"), "ErrorOutputPrefix must contain");
  }

  @Test
  void partition_keys_need_dynamic_partitioning() {
    String prefix = "!{partitionKeyFromQuery:customer}/";
    refused(
        extendedS3("Prefix", prefix, "ErrorOutputPrefix", ERRORS),
        "Dynamic Partitioning is disabled");
    allowed(
        extendedS3(
            "Prefix",
            prefix,
            "ErrorOutputPrefix",
            ERRORS,
            "DynamicPartitioningConfiguration",
            members("Enabled", true)));
  }

  @ParameterizedTest
  @CsvSource({"63, false", "64, true", "128, true"})
  void partitioned_and_converted_objects_are_at_least_64_mebibytes(int size, boolean good) {
    check(
        extendedS3(
            "DynamicPartitioningConfiguration",
            members("Enabled", true),
            "BufferingHints",
            hints(size, 60)),
        good,
        "64");
    check(
        extendedS3(
            "DataFormatConversionConfiguration",
            Structure.empty(),
            "BufferingHints",
            hints(size, 60)),
        good,
        "64");
  }

  @Test
  void a_converted_object_is_not_compressed_a_second_time() {
    Structure on = members("Enabled", true);
    refused(
        extendedS3("DataFormatConversionConfiguration", on, "CompressionFormat", "GZIP"),
        "UNCOMPRESSED");
    allowed(
        extendedS3(
            "DataFormatConversionConfiguration",
            members("Enabled", false),
            "CompressionFormat",
            "GZIP",
            "BufferingHints",
            hints(1, 0)));
  }

  @ParameterizedTest
  @CsvSource({"'', true", ".log.gz, true", ".LOG, false", "log, false", "., false"})
  void a_file_extension_starts_with_a_period(String extension, boolean good) {
    check(extendedS3("FileExtension", extension), good, "FileExtension");
  }

  @Test
  void a_file_extension_has_at_most_128_characters() {
    allowed(extendedS3("FileExtension", "." + "x".repeat(127)));
    refused(extendedS3("FileExtension", "." + "x".repeat(128)), "128");
  }

  @ParameterizedTest
  @CsvSource({"'', true", "Asia/Tokyo, true", "UTC, true", "Mars/Olympus, false"})
  void a_time_zone_is_one_that_there_is(String zone, boolean good) {
    check(extendedS3("CustomTimeZone", zone), good, "Mars/Olympus");
  }

  @Test
  void buckets_inside_other_configurations_keep_the_same_rules() {
    Structure wrong = s3("BucketARN", "logs");
    refused(extendedS3("S3BackupConfiguration", wrong), "logs");
    for (String member : new String[] {"S3Configuration", "S3BackupConfiguration"}) {
      refused(new Destination(DestinationType.REDSHIFT, members(member, wrong)), "logs");
    }
  }

  private static void check(Destination destination, boolean good, String reason) {
    if (good) {
      allowed(destination);
    } else {
      refused(destination, reason);
    }
  }

  private static void allowed(Destination destination) {
    assertThat(DestinationRules.check(destination)).isEmpty();
  }

  private static void refused(Destination destination, String reason) {
    Refusal refusal = DestinationRules.check(destination).orElseThrow();
    assertThat(refusal.code()).isEqualTo("InvalidArgumentException");
    assertThat(refusal.message()).contains(reason);
  }
}
