package io.hydrant.delivery.conversion;

import static io.hydrant.delivery.conversion.Conversions.HIVE;
import static io.hydrant.delivery.conversion.Conversions.OPENX;
import static io.hydrant.delivery.conversion.Conversions.TABLE;
import static io.hydrant.delivery.conversion.Conversions.columns;
import static io.hydrant.delivery.conversion.Conversions.records;
import static io.hydrant.delivery.conversion.Conversions.toParquet;
import static io.hydrant.delivery.conversion.Conversions.toParquetAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.Conversion;
import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.parquet.ParquetRows;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of records become one file and the lines of those that do not fit. */
class RecordConverterTest {
  private static final Instant NOW = Instant.parse("2026-11-28T01:10:00Z");
  private static final TableCatalog TABLES = table -> columns("name string", "count int");

  private static Converted converted(Conversion conversion, String... records) {
    return new RecordConverter(TABLES).convert(conversion, records(records), NOW);
  }

  @Test
  void each_record_is_a_row_of_the_file() throws Exception {
    Converted converted =
        converted(
            toParquet(OPENX), "{\"name\":\"a\",\"count\":1}", "{\"Name\":\"b\",\"more\":{}}\n");
    assertThat(converted.rows()).isEqualTo(2);
    assertThat(converted.errorLines()).isEmpty();
    assertThat(ParquetRows.of(converted.file().orElseThrow()))
        .containsExactly("name: a count: 1", "name: b");
  }

  @Test
  void a_record_of_several_objects_is_as_many_rows() throws Exception {
    Converted converted =
        converted(toParquet(OPENX), "{\"name\":\"a\"}{\"name\":\"b\"}\n{\"count\":3}");
    assertThat(converted.rows()).isEqualTo(3);
    assertThat(ParquetRows.of(converted.file().orElseThrow()))
        .containsExactly("name: a", "name: b", "count: 3");
  }

  @Test
  void a_record_fails_alone_and_whole() throws Exception {
    Converted converted =
        converted(
            toParquet(OPENX),
            "{\"name\":\"a\"}",
            "{\"name\":\"b\"}{\"count\":\"oops\"}",
            "{\"name\":\"c\"}");
    assertThat(converted.rows()).isEqualTo(2);
    assertThat(converted.errorLines()).hasSize(1);
    assertThat(ParquetRows.of(converted.file().orElseThrow()))
        .containsExactly("name: a", "name: c");
  }

  @Test
  void an_error_line_has_its_members_in_the_recorded_order() {
    assertThat(converted(toParquet(OPENX), "{\"name\":\"a\"}", "{\"count\":\"oops\"}").errorLines())
        .containsExactly(
            "{\"attemptsMade\":1,\"arrivalTimestamp\":1795827723001,\"lastErrorCode\":"
                + "\"DataFormatConversion.MalformedData\",\"lastErrorMessage\":\"Data does not"
                + " match the schema. For input string: \\\"oops\\\"\",\"attemptEndingTimestamp\":"
                + "1795828200000,\"rawData\":\"eyJjb3VudCI6Im9vcHMifQ==\",\"sequenceNumber\":\"8\","
                + "\"subSequenceNumber\":0,\"dataCatalogTable\":{\"catalogId\":\"000000000000\","
                + "\"databaseName\":\"db\",\"tableName\":\"t\",\"region\":\"us-east-1\","
                + "\"versionId\":\"LATEST\",\"roleArn\":\"role\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "no JSON", "[1]", "7", "{\"count\":", "{\"count\":1}x"})
  void there_is_no_file_where_no_record_fits(String record) {
    Converted converted = converted(toParquet(OPENX), record);
    assertThat(converted.file()).isEmpty();
    assertThat(converted.rows()).isZero();
    assertThat(converted.errorLines()).hasSize(1);
  }

  @Test
  void the_deserializer_of_hive_is_strict() {
    assertThat(converted(toParquet(OPENX), "{\"count\":\"1\"}").errorLines()).isEmpty();
    assertThat(converted(toParquet(HIVE), "{\"count\":\"1\"}").errorLines())
        .singleElement()
        .asString()
        .contains("Current token (VALUE_STRING) not numeric");
  }

  @Test
  void formats_of_timestamps_reach_hives_deserializer() throws Exception {
    TableCatalog tables = table -> columns("time timestamp");
    Conversion conversion =
        toParquet(
            new Conversion.Hive(
                List.of("millis", "dd/MM/yyyy hh:mm a", "yyyy-MM-dd", "yyyy D HH")));
    Converted converted =
        new RecordConverter(tables)
            .convert(
                conversion,
                records(
                    "{\"time\":1795827723001}",
                    "{\"time\":\"28/11/2026 01:02 PM\"}",
                    "{\"time\":\"2026-11-28\"}",
                    "{\"time\":\"2026 2 23\"}",
                    "{\"time\":\"28.11.2026\"}"),
                NOW);
    assertThat(converted.rows()).isEqualTo(4);
    assertThat(converted.errorLines()).hasSize(1);
  }

  @Test
  void keys_of_columns_have_no_regard_to_the_columns_case() throws Exception {
    Conversion conversion =
        toParquet(
            new Conversion.OpenX(true, true, Map.of("NAME", "full name", "count", "how_many")));
    Converted converted =
        converted(conversion, "{\"full name\":\"a\",\"how.many\":1}", "{\"name\":\"unused\"}");
    assertThat(ParquetRows.of(converted.file().orElseThrow()))
        .containsExactly("name: a count: 1", "");
  }

  @ParameterizedTest
  @CsvSource({"SNAPPY,V1,true", "GZIP,V2,false", "UNCOMPRESSED,V2,true"})
  void the_same_records_give_the_same_bytes(String codec, String version, boolean dictionary) {
    String[] records = {"{\"name\":\"a\",\"count\":1}", "{\"name\":\"a\"}", "{\"name\":\"b\"}"};
    Bytes first =
        converted(toParquetAs(codec, version, dictionary, OPENX), records).file().orElseThrow();
    Bytes again =
        converted(toParquetAs(codec, version, dictionary, OPENX), records).file().orElseThrow();
    assertThat(again).isEqualTo(first);
    assertThat(new String(first.toArray(), StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1");
  }

  @Test
  void a_table_that_cannot_be_read_fails_the_whole_batch_with_a_sentence() {
    RecordConverter converter =
        new RecordConverter(
            table -> {
              assertThat(table).isEqualTo(TABLE);
              throw new TableException(TableProblem.NOT_FOUND, "There is no table t.");
            });
    assertThatThrownBy(() -> converter.convert(toParquet(OPENX), records("{}"), NOW))
        .isInstanceOf(DeliveryException.class)
        .hasMessage("The columns of the converted records could not be read: There is no table t.");
  }

  @Test
  void orc_is_not_written_and_the_records_wait() {
    Conversion orc = new Conversion(OPENX, new Conversion.Orc(), TABLE);
    assertThatThrownBy(() -> converted(orc, "{}"))
        .isInstanceOf(DeliveryException.class)
        .hasMessage(
            "Hydrant does not write ORC; update the destination to Parquet and the records will be"
                + " delivered.");
  }

  @Test
  void numbers_and_keys_out_of_range_fail_their_record_alone() {
    TableCatalog tables =
        table ->
            columns(
                "time timestamp",
                "day date",
                "byKey map<decimal(3,1),int>",
                "byCode map<char(2),int>");
    Converted converted =
        new RecordConverter(tables)
            .convert(
                toParquet(OPENX),
                records(
                    "{\"time\":999999999999999999}",
                    "{\"day\":\"999999999999999999\"}",
                    "{\"bykey\":{\"1234.5\":1}}",
                    "{\"bykey\":{\"12.34\":1},\"bycode\":{\"abc\":2}}"),
                NOW);
    assertThat(converted.errorLines()).hasSize(3);
    assertThat(converted.rows()).isEqualTo(1);
  }
}
