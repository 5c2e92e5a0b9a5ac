package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.Conversion;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.conversion.ConversionInput;
import io.hydrant.delivery.conversion.Converted;
import io.hydrant.delivery.conversion.RecordConverter;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveTypeParser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Converted records are read back by two Parquet readers that are not ours and not each other's.
 */
class ParquetReadersTest {
  private static final TableReference TABLE =
      new TableReference("000000000000", "us-east-1", "db", "t", "LATEST", "role");
  private static final int MEBIBYTE = 1024 * 1024;
  private static final List<Column> COLUMNS =
      Stream.of(
              "name string",
              "code char(2)",
              "note varchar(5)",
              "raw binary",
              "tiny tinyint",
              "small smallint",
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
              "inner struct<a:string,b:array<struct<c:bigint>>>",
              "deep map<int,array<map<string,double>>>")
          .map(each -> each.split(" ", 2))
          .map(each -> new Column(each[0], HiveTypeParser.parse(each[1])))
          .toList();
  private static final String FULL =
      "{\"name\":\"ä\",\"code\":\"abc\",\"note\":\"longer\",\"raw\":\"xy\",\"tiny\":-128,"
          + "\"small\":32767,\"whole\":-2147483648,\"big\":9007199254740993,\"real\":1.5,"
          + "\"exact\":-0.1,\"truth\":true,\"day\":\"2026-11-28\","
          + "\"time\":\"2026-11-28 01:02:03.5\",\"price\":-12.345,\"many\":[1,null,3],"
          + "\"tags\":{\"k\":1,\"none\":null},"
          + "\"inner\":{\"a\":\"x\",\"b\":[{\"c\":1},null,{}]},"
          + "\"deep\":{\"7\":[{\"p\":0.5},{}]}}";

  private static final String ROW =
      "{\"name\":\"ä\",\"code\":\"ab\",\"note\":\"longe\",\"raw\":\"xy\",\"tiny\":-128,\"small\":32767,"
          + "\"whole\":-2147483648,\"big\":%s,\"real\":1.5,\"exact\":-0.1,\"truth\":true,"
          + "\"day\":\"%s\",\"time\":\"%s\",\"price\":-12.35,\"many\":[1,null,3],"
          + "\"tags\":{\"k\":1,\"none\":null},\"inner\":{\"a\":\"x\",\"b\":[{\"c\":%s},null,"
          + "{\"c\":null}]},\"deep\":{\"7\":[{\"p\":0.5},{}]}}";
  private static final String NULLS =
      COLUMNS.stream()
          .map(column -> "\"" + column.name() + "\":null")
          .collect(Collectors.joining(",", "{", "}"));

  @TempDir Path folder;

  private static Converted converted(Conversion.Parquet options, List<String> records) {
    List<ConversionInput> inputs = new ArrayList<>();
    for (String record : records) {
      inputs.add(new ConversionInput(Instant.EPOCH, Bytes.ofUtf8(record), inputs.size()));
    }
    return new RecordConverter(table -> COLUMNS)
        .convert(
            new Conversion(new Conversion.OpenX(true, false, Map.of()), options, TABLE),
            inputs,
            Instant.EPOCH);
  }

  private List<String> read(Conversion.Parquet options, List<String> records) throws Exception {
    ClientProcess.needsJavaScript();
    Converted converted = converted(options, records);
    assertThat(converted.errorLines()).isEmpty();
    Path file = folder.resolve("rows.parquet");
    Files.write(file, converted.file().orElseThrow().toArray());
    return ClientProcess.output(
            URI.create("http://127.0.0.1:1"),
            ClientProcess.CLIENTS.resolve("javascript"),
            List.of("node", "parquet.mjs", file.toString()))
        .lines()
        .toList();
  }

  /** An empty list and an empty map are not null. */
  private static String emptied() {
    return NULLS.replace("\"many\":null", "\"many\":[]").replace("\"tags\":null", "\"tags\":{}");
  }

  @ParameterizedTest
  @CsvSource({
    "SNAPPY, V1, true",
    "SNAPPY, V2, false",
    "GZIP, V1, false",
    "GZIP, V2, true",
    "UNCOMPRESSED, V1, true",
    "UNCOMPRESSED, V2, false"
  })
  void every_type_and_null_comes_back(String codec, String version, boolean dictionary)
      throws Exception {
    Conversion.Parquet options =
        new Conversion.Parquet(codec, 256 * MEBIBYTE, MEBIBYTE, 0, version, dictionary);
    assertThat(read(options, List.of(FULL, "{}", "{\"many\":[],\"tags\":{}}")))
        .containsExactly(
            "hyparquet "
                + ROW.formatted(
                    "\"9007199254740993\"",
                    "2026-11-28T00:00:00.000Z",
                    "2026-11-28T01:02:03.500Z",
                    "\"1\""),
            "hyparquet " + NULLS,
            "hyparquet " + emptied(),
            "duckdb "
                + ROW.formatted("9007199254740993", "2026-11-28", "2026-11-28 01:02:03.5", "1"),
            "duckdb " + NULLS,
            "duckdb " + emptied());
  }

  /** Such as in the packaged jar: the classes that Parquet's signatures name are not there. */
  @Test
  void files_are_written_without_a_class_of_hadoop() {
    assertThat(
            getClass()
                .getClassLoader()
                .getResource("org/apache/parquet/hadoop/ParquetWriter.class"))
        .isNotNull();
    assertThat(
            getClass().getClassLoader().getResource("org/apache/hadoop/conf/Configuration.class"))
        .isNull();
    for (String codec : List.of("SNAPPY", "GZIP", "UNCOMPRESSED")) {
      Conversion.Parquet options =
          new Conversion.Parquet(codec, 256 * MEBIBYTE, MEBIBYTE, 0, "V1", true);
      assertThat(converted(options, List.of(FULL)).rows()).isEqualTo(1);
    }
  }

  @Test
  void many_rows_in_several_pages_come_back() throws Exception {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      records.add("{\"name\":\"name " + i + "\",\"whole\":" + i + ",\"code\":\"" + i % 7 + "\"}");
    }
    Conversion.Parquet options =
        new Conversion.Parquet("SNAPPY", 64 * MEBIBYTE, 65_536, 0, "V1", true);
    List<String> rows = read(options, records);
    assertThat(rows).hasSize(40_000);
    assertThat(rows.get(19_999)).contains("\"name 19999\"");
    assertThat(rows.get(39_999)).contains("\"name 19999\"");
    assertThat(rows).doesNotHaveDuplicates();
  }
}
