package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private static final Structure KINESIS =
      members("KinesisStreamSourceConfiguration", members("KinesisStreamARN", "k", "RoleARN", "r"));
  private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void a_kinesis_source_is_for_streams_of_its_type() {
    assertThat(Sources.check(DeliveryStreamType.DIRECT_PUT, KINESIS))
        .contains(
            new ServiceError(
                "InvalidArgumentException",
                "KinesisSourceStreamConfig is only applicable for KinesisStreamAsSource stream"
                    + " type"));
    assertThat(Sources.check(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, KINESIS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "KINESIS_STREAM_AS_SOURCE, KinesisStreamSourceConfiguration, KinesisSourceStreamConfig is"
        + " mandatory for KinesisStreamAsSource stream type.",
    "MSK_AS_SOURCE, MSKSourceConfiguration, MSKSourceConfig is mandatory for MSK as Source stream"
        + " type.",
    "DATABASE_AS_SOURCE, DatabaseSourceConfiguration, DatabaseSourceConfig is mandatory for"
        + " Database as Source stream type."
  })
  void a_type_that_reads_needs_its_source_and_no_other_takes_it(
      DeliveryStreamType type, String member, String mandatory) {
    assertThat(Sources.check(type, Structure.empty()).orElseThrow().message()).isEqualTo(mandatory);
    assertThat(Sources.check(type, members(member, members()))).isEmpty();
    for (DeliveryStreamType other : DeliveryStreamType.values()) {
      if (other != type) {
        assertThat(Sources.check(other, members(member, members())).orElseThrow().message())
            .endsWith("is only applicable for " + type.wireName() + " stream type");
      }
    }
  }

  @Test
  void of_several_wrong_sources_the_answer_always_names_the_same() {
    Structure both = KINESIS.with("MSKSourceConfiguration", members());
    assertThat(Sources.check(DeliveryStreamType.DIRECT_PUT, both).orElseThrow().message())
        .startsWith("KinesisSourceStreamConfig");
  }

  @Test
  void a_source_is_described_with_the_time_from_which_it_is_read() {
    Structure source =
        Sources.describe(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, KINESIS, CREATED)
            .orElseThrow()
            .structure("KinesisStreamSourceDescription")
            .orElseThrow();
    assertThat(source.text("KinesisStreamARN")).contains("k");
    assertThat(source.get("DeliveryStartTimestamp"))
        .contains(new io.hydrant.core.document.Document.Numeric(new BigDecimal("1767323045.678")));
  }

  @Test
  void a_direct_put_stream_shows_a_source_only_if_it_was_configured() {
    assertThat(Sources.describe(DeliveryStreamType.DIRECT_PUT, Structure.empty(), CREATED))
        .isEmpty();
    assertThat(
            Sources.describe(
                DeliveryStreamType.DIRECT_PUT,
                members("DirectPutSourceConfiguration", members("ThroughputHintInMBs", 3)),
                CREATED))
        .contains(members("DirectPutSourceDescription", members("ThroughputHintInMBs", 3)));
  }

  @Test
  void a_database_source_has_no_start_time_in_its_output_shape() {
    assertThat(
            Sources.describe(
                DeliveryStreamType.DATABASE_AS_SOURCE,
                members("DatabaseSourceConfiguration", members("Endpoint", "e")),
                CREATED))
        .contains(members("DatabaseSourceDescription", members("Endpoint", "e")));
  }
}
