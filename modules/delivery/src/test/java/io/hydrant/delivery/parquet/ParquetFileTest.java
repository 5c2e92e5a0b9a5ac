package io.hydrant.delivery.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.delivery.json.OpenXReader;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveTypeParser;
import io.hydrant.delivery.schema.Value;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are read back by Parquet's own reader, with the types that Hive's writer chooses. */
class ParquetFileTest {
  private static final OpenXReader.Options LENIENT = new OpenXReader.Options(true, false, Map.of());

  @TempDir Path folder;

  @Test
  void each_type_of_hive_has_its_type_of_parquet() throws Exception {
    List<Column> columns =
        columns(
            "name string",
            "code char(2)",
            "small tinyint",
            "medium smallint",
            "whole int",
            "big bigint",
            "real float",
            "exact double",
            "truth boolean",
            "day date",
            "time timestamp",
            "price decimal(12,2)",
            "many array<int>",
            "tags map<string,int>",
            "inner struct<a:string,b:array<struct<c:bigint>>>");
    assertThat(ParquetSchemas.of(columns).toString().lines().map(String::strip))
        .containsExactly(
            "message hive_schema {",
            "optional binary name (STRING);",
            "optional binary code (STRING);",
            "optional int32 small (INTEGER(8,true));",
            "optional int32 medium (INTEGER(16,true));",
            "optional int32 whole;",
            "optional int64 big;",
            "optional float real;",
            "optional double exact;",
            "optional boolean truth;",
            "optional int32 day (DATE);",
            "optional int96 time;",
            "optional fixed_len_byte_array(6) price (DECIMAL(12,2));",
            "optional group many (LIST) {",
            "repeated group list {",
            "optional int32 element;",
            "}",
            "}",
            "optional group tags (MAP) {",
            "repeated group key_value {",
            "required binary key (STRING);",
            "optional int32 value;",
            "}",
            "}",
            "optional group inner {",
            "optional binary a (STRING);",
            "optional group b (LIST) {",
            "repeated group list {",
            "optional group element {",
            "optional int64 c;",
            "}",
            "}",
            "}",
            "}",
            "}");
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"SNAPPY", "GZIP", "UNCOMPRESSED"})
  void rows_come_back_as_they_were_written(CompressionCodecName codec) throws Exception {
    List<Column> columns =
        columns("name string", "count int", "many array<int>", "tags map<string,int>");
    List<Group> rows =
        written(
            columns,
            codec,
            "{\"name\":\"ä\",\"count\":7,\"many\":[1,2],\"tags\":{\"A\":1}}",
            "{\"count\":null,\"many\":[]}");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).toString().lines().map(String::strip))
        .containsExactly(
            "name: ä",
            "count: 7",
            "many",
            "list",
            "element: 1",
            "list",
            "element: 2",
            "tags",
            "key_value",
            "key: a",
            "value: 1");
    assertThat(rows.get(1).toString().strip()).isEqualTo("many");
  }

  @Test
  void decimals_and_times_keep_their_value() throws Exception {
    List<Column> columns = columns("price decimal(12,2)", "time timestamp", "day date");
    Group row =
        written(
                columns,
                CompressionCodecName.SNAPPY,
                "{\"price\":-12.345,\"time\":\"2026-11-28 01:02:03.5\",\"day\":\"1970-01-11\"}")
            .get(0);
    assertThat(new BigInteger(row.getBinary("price", 0).getBytes())).isEqualTo(-1235);
    assertThat(row.getInteger("day", 0)).isEqualTo(10);
    // 3,723.5 seconds of the day, and the Julian day of 2026-11-28.
    assertThat(row.getInt96("time", 0).toByteBuffer().order(ByteOrder.LITTLE_ENDIAN))
        .satisfies(bytes -> assertThat(bytes.getLong()).isEqualTo(3_723_500_000_000L))
        .satisfies(bytes -> assertThat(bytes.getInt()).isEqualTo(2_461_373));
  }

  private List<Group> written(List<Column> columns, CompressionCodecName codec, String... records)
      throws Exception {
    OpenXReader reader = new OpenXReader(columns, LENIENT);
    ParquetOptions options =
        new ParquetOptions(codec, 256 << 20, 1 << 20, 0, WriterVersion.PARQUET_1_0, true);
    try (ParquetFile file = ParquetFile.open(columns, options)) {
      for (String record : records) {
        for (Value.Fields row : reader.rows(record.getBytes(StandardCharsets.UTF_8))) {
          file.write(row);
        }
      }
      return ParquetRows.read(Files.write(folder.resolve("rows.parquet"), file.finish().toArray()));
    }
  }

  private static List<Column> columns(String... definitions) {
    return List.of(definitions).stream()
        .map(each -> each.split(" ", 2))
        .map(each -> new Column(each[0], HiveTypeParser.parse(each[1])))
        .toList();
  }
}
