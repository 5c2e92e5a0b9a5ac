package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
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
  @CsvSource({"'', true", ".log.gz, true", ".LOG, false", "log, false", "., false"})
  void a_file_extension_starts_with_a_period(String extension, boolean good) {
    check(extendedS3("FileExtension", extension), good, "FileExtension");
  }

  @Test
  void a_file_extension_has_at_most_128_characters() {
    allowed(extendedS3("FileExtension", "." + "x".repeat(127)));
    refused(extendedS3("FileExtension", "." + "x".repeat(128)), "128");
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
    ServiceError refusal = DestinationRules.check(destination).orElseThrow();
    assertThat(refusal.code()).isEqualTo("InvalidArgumentException");
    assertThat(refusal.message()).contains(reason);
  }
}
