package io.hydrant.core.destination;

import static io.hydrant.core.destination.DeliveryStreamType.DATABASE_AS_SOURCE;
import static io.hydrant.core.destination.DeliveryStreamType.DIRECT_PUT;
import static io.hydrant.core.destination.DestinationType.ICEBERG;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Kinds.list;
import static io.hydrant.core.destination.Kinds.processing;
import static io.hydrant.core.destination.Kinds.refused;
import static io.hydrant.core.destination.Kinds.table;
import static io.hydrant.core.destination.Kinds.taken;
import static io.hydrant.core.destination.Kinds.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iceberg, and what it and its source demand of each other. */
class SourceRulesTest {
  private static final String TABLES = "DestinationTableConfigurationList";
  private static final String NO_TABLE =
      "A single default destination table configuration must be provided when both Lambda and"
          + " MetadataExtraction processors are not provided";

  @Test
  void iceberg_backs_up_failed_records_only() {
    refused(
        with(ICEBERG, "S3BackupMode", "AllData"),
        "S3BackupMode.AllData is not supported for Iceberg as destination.");
    taken(with(ICEBERG, "S3BackupMode", "FailedDataOnly"));
  }

  @Test
  void without_a_processor_that_routes_there_is_exactly_one_table() {
    check(with(ICEBERG), "");
    check(with(ICEBERG, TABLES, null), NO_TABLE);
    check(with(ICEBERG, TABLES, list()), NO_TABLE);
    check(with(ICEBERG, TABLES, list(table(), table())), NO_TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lambda", "MetadataExtraction"})
  void a_processor_that_routes_needs_no_table_while_it_is_on(String type) {
    String processing = "ProcessingConfiguration";
    check(with(ICEBERG, TABLES, null, processing, processing(true, type)), "");
    check(with(ICEBERG, TABLES, null, processing, processing(false, type)), NO_TABLE);
    check(
        with(ICEBERG, TABLES, null, processing, processing(true, "AppendDelimiterToRecord")),
        NO_TABLE);
  }

  @Property
  void a_database_is_delivered_to_iceberg_alone(@ForAll DestinationType type) {
    ServiceError words =
        new ServiceError(
            "InvalidArgumentException",
            "IcebergDestinationConfiguration must be specified for Database as Source.");
    var found = SourceRules.check(DATABASE_AS_SOURCE, with(type));
    if (type == ICEBERG) {
      assertThat(found).isEmpty();
      assertThat(SourceRules.check(DATABASE_AS_SOURCE, with(ICEBERG, TABLES, null))).isEmpty();
    } else {
      assertThat(found).contains(words);
    }
  }

  @Property
  void every_other_source_is_delivered_anywhere(
      @ForAll DeliveryStreamType source, @ForAll DestinationType type) {
    if (source != DATABASE_AS_SOURCE) {
      assertThat(SourceRules.check(source, with(type))).isEmpty();
    }
  }

  @Test
  void the_secret_of_a_database_has_an_arn() {
    assertThat(Sources.check(DATABASE_AS_SOURCE, database(members("Enabled", true))))
        .contains(new ServiceError("InvalidArgumentException", "Invalid secret ARN: null"));
    assertThat(
            Sources.check(
                DATABASE_AS_SOURCE, database(members("Enabled", true, "SecretARN", Kinds.SECRET))))
        .isEmpty();
  }

  private static Structure database(Structure secret) {
    return members(
        "DatabaseSourceConfiguration",
        members(
            "DatabaseSourceAuthenticationConfiguration",
            members("SecretsManagerConfiguration", secret)));
  }

  private static void check(Destination destination, String words) {
    assertThat(SourceRules.check(DIRECT_PUT, destination).map(ServiceError::message).orElse(""))
        .isEqualTo(words);
  }
}
