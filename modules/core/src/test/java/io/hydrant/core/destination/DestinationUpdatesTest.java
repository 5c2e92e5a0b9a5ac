package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.output;
import static io.hydrant.core.destination.Documents.refusal;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DestinationUpdatesTest {
  private static final Structure REDSHIFT =
      members(
          "RoleARN", "r", "ClusterJDBCURL", "jdbc:x", "CopyCommand", members("DataTableName", "t"));

  @Test
  void what_is_not_given_stays() {
    Destination merged =
        output(
            DestinationUpdates.merge(
                extendedS3("Prefix", "a/", "BufferingHints", hints(7, 70)),
                members("ExtendedS3DestinationUpdate", members("Prefix", "b/"))));
    assertThat(merged).isEqualTo(extendedS3("Prefix", "b/", "BufferingHints", hints(7, 70)));
  }

  @Property
  void an_update_by_nothing_changes_nothing(@ForAll DestinationType type) {
    Destination destination = new Destination(type, s3("Prefix", "a/"));
    assertThat(
            output(
                DestinationUpdates.merge(
                    destination, members(type.updateMember(), Structure.empty()))))
        .isEqualTo(destination);
  }

  @Property
  void not_exactly_one_update_is_refused(@ForAll Set<DestinationType> given) {
    Structure updates = Structure.empty();
    for (DestinationType type : given) {
      updates = updates.with(type.updateMember(), Structure.empty());
    }
    if (given.size() != 1) {
      assertThat(refusal(DestinationUpdates.merge(extendedS3(), updates)).message())
          .isEqualTo(
              given.isEmpty()
                  ? "At least one destination or source configuration update must be provided"
                  : "Exactly one destination configuration is supported for a Firehose");
    }
  }

  @Test
  void a_backup_that_an_update_adds_needs_its_bucket_and_role() {
    assertThat(
            refusal(
                    DestinationUpdates.merge(
                        extendedS3(),
                        members(
                            "ExtendedS3DestinationUpdate",
                            members("S3BackupUpdate", members("RoleARN", "r")))))
                .message())
        .endsWith("S3BackupConfiguration.BucketARN is missing.");
  }

  @Test
  void an_s3_update_leaves_an_extended_stream_extended_and_an_extended_one_makes_it_so() {
    assertThat(
            output(
                DestinationUpdates.merge(
                    extendedS3("FileExtension", ".x"),
                    members("S3DestinationUpdate", members("Prefix", "p/")))))
        .isEqualTo(extendedS3("FileExtension", ".x", "Prefix", "p/"));
    assertThat(
            output(
                DestinationUpdates.merge(
                    new Destination(DestinationType.S3, s3()),
                    members("ExtendedS3DestinationUpdate", members("FileExtension", ".x")))))
        .isEqualTo(extendedS3("FileExtension", ".x"));
  }

  @Test
  void inner_buckets_are_merged_member_by_member() {
    Destination merged =
        output(
            DestinationUpdates.merge(
                extendedS3("S3BackupConfiguration", s3("Prefix", "a/")),
                members(
                    "ExtendedS3DestinationUpdate",
                    members("S3BackupUpdate", members("CompressionFormat", "GZIP")))));
    assertThat(merged.configuration().structure("S3BackupConfiguration"))
        .contains(s3("Prefix", "a/", "CompressionFormat", "GZIP"));
    assertThat(merged.configuration().has("S3BackupUpdate")).isFalse();
  }

  @Test
  void format_conversion_can_be_switched_off_and_keeps_its_schema() {
    Structure schema = members("DatabaseName", "d", "TableName", "t");
    Destination merged =
        output(
            DestinationUpdates.merge(
                extendedS3(
                    "DataFormatConversionConfiguration", members("SchemaConfiguration", schema)),
                members(
                    "ExtendedS3DestinationUpdate",
                    members("DataFormatConversionConfiguration", members("Enabled", false)))));
    assertThat(merged.configuration().structure("DataFormatConversionConfiguration"))
        .contains(members("SchemaConfiguration", schema, "Enabled", false));
  }

  @Test
  void processing_stays_on_unless_the_update_turns_it_off() {
    Destination merged =
        output(
            DestinationUpdates.merge(
                extendedS3(
                    "ProcessingConfiguration", members("Enabled", true, "Processors", "old")),
                members(
                    "ExtendedS3DestinationUpdate",
                    members("ProcessingConfiguration", members("Processors", "new")))));
    assertThat(merged.configuration().structure("ProcessingConfiguration"))
        .contains(members("Processors", "new", "Enabled", true));
  }

  @Test
  void backup_is_not_disabled_once_it_is_enabled() {
    assertThat(
            refusal(
                    DestinationUpdates.merge(
                        extendedS3("S3BackupMode", "Enabled"),
                        members(
                            "ExtendedS3DestinationUpdate", members("S3BackupMode", "Disabled"))))
                .message())
        .isEqualTo("Disabling S3 backup is not currently supported.");
    assertThat(
            output(
                    DestinationUpdates.merge(
                        extendedS3("S3BackupMode", "Disabled"),
                        members("ExtendedS3DestinationUpdate", members("S3BackupMode", "Enabled"))))
                .configuration()
                .text("S3BackupMode"))
        .contains("Enabled");
  }

  @Test
  void another_type_replaces_the_destination_and_merges_nothing() {
    Structure update = REDSHIFT.with("S3Update", s3()).with("Password", members());
    assertThat(
            output(
                DestinationUpdates.merge(
                    extendedS3("Prefix", "a/"), members("RedshiftDestinationUpdate", update))))
        .isEqualTo(
            new Destination(DestinationType.REDSHIFT, REDSHIFT.with("S3Configuration", s3())));
  }

  @Test
  void another_type_needs_all_its_parameters() {
    assertThat(
            refusal(
                    DestinationUpdates.merge(
                        extendedS3(), members("RedshiftDestinationUpdate", REDSHIFT)))
                .message())
        .contains("S3Configuration is missing");
    assertThat(
            refusal(
                    DestinationUpdates.merge(
                        extendedS3(),
                        members(
                            "RedshiftDestinationUpdate",
                            REDSHIFT.with("S3Update", members("RoleARN", "r")))))
                .message())
        .contains("S3Configuration.BucketARN is missing");
  }

  @Property
  void open_search_is_exchanged_for_open_search_only(
      @ForAll DestinationType from, @ForAll DestinationType to) {
    if (from.isOpenSearch() == to.isOpenSearch()) {
      return;
    }
    assertThat(
            refusal(
                    DestinationUpdates.merge(
                        new Destination(from, s3()), members(to.updateMember(), s3())))
                .code())
        .isEqualTo("InvalidArgumentException");
  }
}
