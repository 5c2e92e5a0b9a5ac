package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static io.hydrant.core.destination.S3Configurations.FUNCTION;
import static io.hydrant.core.destination.S3Configurations.ROLE;
import static io.hydrant.core.destination.S3Configurations.conversion;
import static io.hydrant.core.destination.S3Configurations.converted;
import static io.hydrant.core.destination.S3Configurations.lambda;
import static io.hydrant.core.destination.S3Configurations.partitioned;
import static io.hydrant.core.destination.S3Configurations.processed;
import static io.hydrant.core.destination.S3Configurations.processing;
import static io.hydrant.core.destination.S3Configurations.processor;
import static io.hydrant.core.destination.S3Configurations.schemaWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import org.junit.jupiter.api.Test;

/** What UpdateDestination makes of a stream that delivers to S3, and what it refuses. */
class S3UpdatesTest {
  private static final Structure OFF = members("Enabled", false);
  private static final String NO_LATER_PARTITIONS =
      "Enabling Dynamic Partitioning is not supported for existing stream.";

  @Test
  void partitions_are_for_new_streams_only() {
    Stored plain = Stored.by(s3());
    plain.update(partitioned().without("RoleARN").without("BucketARN"));
    assertThat(plain.refusal()).isEqualTo(NO_LATER_PARTITIONS);
    Stored off = Stored.by(s3("DynamicPartitioningConfiguration", OFF));
    off.update(members("DynamicPartitioningConfiguration", members("Enabled", true)));
    assertThat(off.refusal()).isEqualTo(NO_LATER_PARTITIONS);
  }

  @Test
  void another_kind_of_destination_does_not_become_a_partitioned_one() {
    Stored splunk =
        Stored.by(
            new Destination(DestinationType.SPLUNK, Kinds.configuration(DestinationType.SPLUNK)));
    splunk.update(partitioned());
    assertThat(splunk.refusal()).isEqualTo(NO_LATER_PARTITIONS);
  }

  @Test
  void partitions_are_not_switched_off_but_retried_longer() {
    Stored stored = Stored.by(partitioned());
    stored.update(members("DynamicPartitioningConfiguration", OFF));
    assertThat(stored.refusal())
        .isEqualTo("Disabling Dynamic Partitioning is not currently supported.");
    Structure retries = members("RetryOptions", members("DurationInSeconds", 7));
    stored.update(members("DynamicPartitioningConfiguration", retries));
    assertThat(stored.refusal()).isEmpty();
    assertThat(stored.member("DynamicPartitioningConfiguration"))
        .isEqualTo(retries.with("Enabled", members("b", true).get("b").orElseThrow()));
  }

  @Test
  void a_partitioned_stream_becomes_one_of_another_kind() {
    Stored stored = Stored.by(partitioned());
    stored.update(
        DestinationType.SPLUNK,
        Kinds.configuration(DestinationType.SPLUNK)
            .without("S3Configuration")
            .with("S3Update", s3()));
    assertThat(stored.refusal()).isEmpty();
  }

  @Test
  void what_the_service_fills_in_is_stored_with_the_creation() {
    assertThat(Stored.by(s3()).member("BufferingHints")).isEqualTo(hints(5, 300));
  }

  @Test
  void a_backup_stays() {
    Stored stored = Stored.by(s3("S3BackupMode", "Enabled", "S3BackupConfiguration", s3()));
    stored.update(members("S3BackupMode", "Disabled"));
    assertThat(stored.refusal()).isEqualTo("Disabling S3 backup is not currently supported.");
  }

  @Test
  void a_backup_is_enabled_with_its_bucket() {
    Stored stored = Stored.by(s3());
    stored.update(members("S3BackupMode", "Enabled"));
    assertThat(stored.refusal())
        .isEqualTo("S3 backup destination configuration is required when enabling S3 backup.");
    stored.update(members("S3BackupMode", "Enabled", "S3BackupUpdate", s3()));
    assertThat(stored.refusal()).isEmpty();
  }

  @Test
  void only_a_stream_that_calls_a_function_begins_to_decompress() {
    Structure decompression =
        members("ProcessingConfiguration", processing(processor("Decompression")));
    Stored plain = Stored.by(s3());
    plain.update(decompression);
    assertThat(plain.refusal())
        .isEqualTo(
            "Enabling source decompression is not supported for existing stream with no Lambda"
                + " function attached.");
    Stored calling = Stored.by(processed(lambda()));
    calling.update(decompression);
    assertThat(calling.refusal()).isEmpty();
    calling.update(decompression);
    assertThat(calling.refusal()).isEmpty();
  }

  @Test
  void a_conversion_is_checked_as_what_comes_of_it() {
    Stored stored = Stored.by(converted(conversion()));
    stored.update(members("CompressionFormat", "GZIP"));
    assertThat(stored.refusal()).startsWith("The S3 destination's compression format");
    stored.update(members("BufferingHints", hints(5, 60)));
    assertThat(stored.refusal()).startsWith("BufferingHints.SizeInMBs must be at least 64");
    stored.update(members("DataFormatConversionConfiguration", OFF, "CompressionFormat", "GZIP"));
    assertThat(stored.refusal()).isEmpty();
    stored.update(members("DataFormatConversionConfiguration", members("Enabled", true)));
    assertThat(stored.refusal()).startsWith("The S3 destination's compression format");
  }

  @Test
  void a_stream_made_without_hints_is_too_small_to_convert_later() {
    Stored plain = Stored.by(s3());
    Structure conversion = members("DataFormatConversionConfiguration", conversion());
    plain.update(conversion);
    assertThat(plain.refusal()).startsWith("BufferingHints.SizeInMBs must be at least 64");
    plain.update(conversion.with("BufferingHints", hints(64, 60)));
    assertThat(plain.refusal()).isEmpty();
  }

  @Test
  void a_schema_read_by_a_role_of_another_account_is_found_when_it_is_switched_on() {
    Structure foreign = schemaWith("RoleARN", "arn:aws:iam::111122223333:role/r");
    Stored stored = Stored.by(converted(foreign.with("Enabled", OFF.get("Enabled").orElseThrow())));
    stored.update(members("BufferingHints", hints(64, 60)));
    assertThat(stored.refusal()).isEmpty();
    stored.update(members("DataFormatConversionConfiguration", members("Enabled", true)));
    assertThat(stored.refusal()).isEqualTo("Cross-account pass role is not allowed.");
  }

  @Test
  void a_block_of_processing_is_replaced_as_a_whole_and_judged_by_itself() {
    Stored stored = Stored.by(processed(lambda("NumberOfRetries", "7")));
    stored.update(
        members("ProcessingConfiguration", processing(processor("Lambda", "RoleArn", "r"))));
    assertThat(stored.refusal()).isEqualTo("LambdaArn is required when Lambda processor is used.");
    stored.update(members("ProcessingConfiguration", OFF));
    assertThat(stored.member("ProcessingConfiguration"))
        .isEqualTo(OFF.with("Processors", Kinds.list()));
  }

  @Test
  void a_function_keeps_the_role_that_the_destination_had() {
    Stored stored = Stored.by(processed(lambda()));
    stored.update(members("RoleARN", "arn:aws:iam::000000000000:role/other"));
    assertThat(stored.member("ProcessingConfiguration").toString())
        .contains(FUNCTION, ROLE)
        .doesNotContain("role/other");
  }

  @Test
  void an_update_that_changes_nothing_makes_no_version() {
    Stored stored = Stored.by(processed(lambda()));
    stored.update(members("Prefix", "a/"));
    assertThat(stored.version()).isEqualTo(2);
    stored.update(members("Prefix", "a/"));
    assertThat(stored.version()).isEqualTo(2);
    Stored unchanged = Stored.by(extendedS3());
    unchanged.update(members());
    assertThat(unchanged.version()).isEqualTo(1);
  }
}
