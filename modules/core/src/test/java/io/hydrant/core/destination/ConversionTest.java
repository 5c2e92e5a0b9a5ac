package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.S3Configurations.conversion;
import static io.hydrant.core.destination.S3Configurations.converted;
import static io.hydrant.core.destination.S3Configurations.convertedFrom;
import static io.hydrant.core.destination.S3Configurations.convertedTo;
import static io.hydrant.core.destination.S3Configurations.timestampFormats;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.Conversion.Hive;
import io.hydrant.core.destination.Conversion.OpenX;
import io.hydrant.core.destination.Conversion.Orc;
import io.hydrant.core.destination.Conversion.Parquet;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the members of a format conversion mean, with the service model's defaults. */
class ConversionTest {
  private static final StreamArn STREAM =
      new StreamArn("eu-west-1", "111122223333", new StreamName("orders"));
  private static final int MEBIBYTE = 1024 * 1024;

  private static Optional<Conversion> of(Structure configuration) {
    return Conversion.of(new Destination(DestinationType.EXTENDED_S3, configuration), STREAM);
  }

  private static Conversion.Serializer serializer(Structure serializer) {
    return of(convertedTo(serializer)).orElseThrow().serializer();
  }

  private static Conversion.Deserializer deserializer(Structure deserializer) {
    return of(convertedFrom(deserializer)).orElseThrow().deserializer();
  }

  @Test
  void a_conversion_is_on_unless_it_is_switched_off() {
    assertThat(of(converted(conversion().without("Enabled")))).isPresent();
    assertThat(of(converted(conversion()))).isPresent();
    assertThat(of(converted(conversion().with("Enabled", new Bool(false))))).isEmpty();
    assertThat(of(Structure.empty())).isEmpty();
    assertThat(
            Conversion.of(new Destination(DestinationType.SPLUNK, converted(conversion())), STREAM))
        .isEmpty();
  }

  @Test
  void parquet_has_the_defaults_of_the_model() {
    assertThat(serializer(members("ParquetSerDe", members())))
        .isEqualTo(new Parquet("SNAPPY", 256 * MEBIBYTE, MEBIBYTE, 0, "V1", true));
  }

  @Test
  void each_option_of_parquet_is_read() {
    Structure options =
        members(
            "Compression",
            "GZIP",
            "BlockSizeBytes",
            64 * MEBIBYTE,
            "PageSizeBytes",
            65_536,
            "MaxPaddingBytes",
            7,
            "WriterVersion",
            "V2",
            "EnableDictionaryCompression",
            false);
    assertThat(serializer(members("ParquetSerDe", options)))
        .isEqualTo(new Parquet("GZIP", 64 * MEBIBYTE, 65_536, 7, "V2", false));
  }

  @Test
  void orc_is_another_format() {
    assertThat(serializer(members("OrcSerDe", members()))).isEqualTo(new Orc());
  }

  @Test
  void openx_ignores_case_by_default() {
    assertThat(deserializer(members("OpenXJsonSerDe", members())))
        .isEqualTo(new OpenX(true, false, Map.of()));
  }

  @Test
  void each_option_of_openx_is_read() {
    Structure options =
        members(
            "CaseInsensitive",
            false,
            "ConvertDotsInJsonKeysToUnderscores",
            true,
            "ColumnToJsonKeyMappings",
            members("ts", "timestamp", "n", "number"));
    assertThat(deserializer(members("OpenXJsonSerDe", options)))
        .isEqualTo(new OpenX(false, true, Map.of("ts", "timestamp", "n", "number")));
  }

  @Test
  void hive_has_formats_of_timestamps() {
    assertThat(deserializer(members("HiveJsonSerDe", members()))).isEqualTo(new Hive(List.of()));
    assertThat(of(timestampFormats("millis", "yyyy")).orElseThrow().deserializer())
        .isEqualTo(new Hive(List.of("millis", "yyyy")));
  }

  @Test
  void a_table_is_of_the_streams_account_and_region_and_the_latest_by_default() {
    Structure schema = members("RoleARN", "r", "DatabaseName", "db", "TableName", "t");
    assertThat(
            of(converted(conversion().with("SchemaConfiguration", schema))).orElseThrow().table())
        .isEqualTo(new TableReference("111122223333", "eu-west-1", "db", "t", "LATEST", "r"));
  }

  @Test
  void a_table_of_another_account_region_and_version_is_named() {
    Structure schema =
        members(
            "RoleARN",
            "r",
            "DatabaseName",
            "db",
            "TableName",
            "t",
            "CatalogId",
            "444455556666",
            "Region",
            "us-east-1",
            "VersionId",
            "3");
    assertThat(
            of(converted(conversion().with("SchemaConfiguration", schema))).orElseThrow().table())
        .isEqualTo(new TableReference("444455556666", "us-east-1", "db", "t", "3", "r"));
  }

  @Test
  void an_object_has_the_extension_of_its_format_and_the_recorded_encoding_of_snappy() {
    Conversion snappy = of(converted(conversion())).orElseThrow();
    assertThat(snappy.extension()).isEqualTo(".parquet");
    assertThat(snappy.contentEncoding()).contains("hadoop-snappy");
    Conversion plain =
        of(convertedTo(members("ParquetSerDe", members("Compression", "UNCOMPRESSED"))))
            .orElseThrow();
    assertThat(plain.contentEncoding()).isEmpty();
    Conversion orc = of(convertedTo(members("OrcSerDe", members()))).orElseThrow();
    assertThat(orc.extension()).isEqualTo(".orc");
    assertThat(orc.contentEncoding()).isEmpty();
  }
}
