package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DestinationDescriptionsTest {
  private static final Structure OFF = members("Enabled", false);
  private static final Structure PLAIN =
      s3(
          "BufferingHints",
          hints(5, 300),
          "CompressionFormat",
          "UNCOMPRESSED",
          "EncryptionConfiguration",
          members("NoEncryptionConfig", "NoEncryption"),
          "CloudWatchLoggingOptions",
          OFF);

  @Test
  void extended_s3_is_shown_with_the_services_defaults_and_a_plain_twin() {
    Structure shown = DestinationDescriptions.describe(extendedS3());
    assertThat(shown.text("DestinationId")).contains("destinationId-000000000001");
    assertThat(shown.structure("S3DestinationDescription")).contains(PLAIN);
    assertThat(shown.structure("ExtendedS3DestinationDescription"))
        .contains(
            PLAIN
                .with("S3BackupMode", members("m", "Disabled").get("m").orElseThrow())
                .with("ProcessingConfiguration", OFF.with("Processors", new Sequence(List.of()))));
  }

  @Test
  void a_stream_made_with_the_plain_configuration_is_shown_by_both_structures() {
    Structure shown = DestinationDescriptions.describe(new Destination(DestinationType.S3, s3()));
    assertThat(shown).isEqualTo(DestinationDescriptions.describe(extendedS3()));
    assertThat(shown.has("ExtendedS3DestinationDescription")).isTrue();
  }

  @Test
  void a_conversion_is_shown_as_enabled_and_as_it_was_given() {
    Structure conversion = S3Configurations.conversion();
    Structure shown =
        extended(extendedS3("DataFormatConversionConfiguration", conversion.without("Enabled")));
    assertThat(shown.structure("DataFormatConversionConfiguration").orElseThrow().members())
        .isEqualTo(conversion.members());
    assertThat(extended(extendedS3()).has("DataFormatConversionConfiguration")).isFalse();
  }

  @Test
  void partitions_are_shown_with_300_seconds_of_retries() {
    assertThat(
            extended(new Destination(DestinationType.EXTENDED_S3, S3Configurations.partitioned()))
                .structure("DynamicPartitioningConfiguration"))
        .contains(members("Enabled", true, "RetryOptions", members("DurationInSeconds", 300)));
  }

  @Test
  void what_was_given_is_shown_as_it_was_given() {
    Structure shown =
        DestinationDescriptions.describe(
                extendedS3("Prefix", "", "FileExtension", ".log", "BufferingHints", hints(64, 0)))
            .structure("ExtendedS3DestinationDescription")
            .orElseThrow();
    assertThat(shown.text("Prefix")).contains("");
    assertThat(shown.text("FileExtension")).contains(".log");
    assertThat(shown.has("ErrorOutputPrefix")).isFalse();
    assertThat(shown.structure("BufferingHints")).contains(hints(64, 0));
  }

  @Test
  void the_backup_is_described_like_an_s3_destination() {
    Structure shown =
        DestinationDescriptions.describe(
                extendedS3("S3BackupMode", "Enabled", "S3BackupConfiguration", s3()))
            .structure("ExtendedS3DestinationDescription")
            .orElseThrow();
    assertThat(shown.structure("S3BackupDescription")).contains(PLAIN);
    assertThat(shown.has("S3BackupConfiguration")).isFalse();
  }

  @Test
  void a_stream_that_converts_formats_buffers_128_mebibytes_in_both_views() {
    Structure shown =
        DestinationDescriptions.describe(
            extendedS3("DataFormatConversionConfiguration", Structure.empty()));
    for (String view : List.of("S3DestinationDescription", "ExtendedS3DestinationDescription")) {
      assertThat(shown.structure(view).orElseThrow().structure("BufferingHints"))
          .contains(hints(128, 300));
    }
  }

  @Property
  void every_other_type_shows_its_intermediate_bucket_under_the_name_of_the_output_shape(
      @ForAll DestinationType type) {
    if (type.isS3()) {
      return;
    }
    Structure shown =
        DestinationDescriptions.describe(new Destination(type, members("S3Configuration", s3())))
            .structure(type.descriptionMember())
            .orElseThrow();
    assertThat(shown.structure("S3DestinationDescription")).contains(PLAIN);
    assertThat(shown.has("S3Configuration")).isFalse();
    assertThat(shown.structure("RetryOptions").orElseThrow().has("DurationInSeconds")).isTrue();
    assertThat(shown.has("S3BackupMode")).isTrue();
    assertThat(shown.has("BufferingHints")).isEqualTo(type != DestinationType.REDSHIFT);
  }

  @Test
  void each_type_has_its_own_defaults() {
    assertThat(described(DestinationType.SPLUNK).structure("BufferingHints"))
        .contains(hints(5, 60));
    assertThat(described(DestinationType.SPLUNK).integer("HECAcknowledgmentTimeoutInSeconds"))
        .contains(180);
    assertThat(described(DestinationType.SNOWFLAKE).structure("BufferingHints"))
        .contains(hints(1, 0));
    assertThat(described(DestinationType.HTTP_ENDPOINT).structure("BufferingHints"))
        .contains(hints(5, 300));
    assertThat(described(DestinationType.SPLUNK).structure("RetryOptions"))
        .contains(members("DurationInSeconds", 300));
    assertThat(described(DestinationType.ELASTICSEARCH).text("IndexRotationPeriod"))
        .contains("OneDay");
    assertThat(described(DestinationType.REDSHIFT).structure("RetryOptions"))
        .contains(members("DurationInSeconds", 3600));
  }

  private static Structure described(DestinationType type) {
    return DestinationDescriptions.describe(new Destination(type, Structure.empty()))
        .structure(type.descriptionMember())
        .orElseThrow();
  }

  private static Structure extended(Destination destination) {
    return DestinationDescriptions.describe(destination)
        .structure("ExtendedS3DestinationDescription")
        .orElseThrow();
  }
}
