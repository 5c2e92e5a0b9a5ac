package io.hydrant.delivery.json;

import static io.hydrant.delivery.json.Rows.assertRefused;
import static io.hydrant.delivery.json.Rows.columns;
import static io.hydrant.delivery.json.Rows.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.delivery.schema.Value;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiveJsonReaderTest {
  @Test
  void values_have_the_types_of_their_columns_and_map_keys_keep_their_case() throws Exception {
    RowReader reader =
        reader(
            "Name string", "n int", "many array<double>", "tags map<string,boolean>", "c char(1)");
    assertThat(
            only(
                reader,
                "{\"NAME\":\"a\",\"other\":{\"x\":[1]},\"n\":3,\"many\":[1.5,null],"
                    + "\"tags\":{\"Env\":true},\"c\":\"xyz\"}"))
        .containsExactly(
            Optional.of(new Value.Text("a")),
            Optional.of(new Value.Whole(3)),
            Optional.of(
                new Value.Elements(
                    List.of(Optional.of(new Value.Floating(1.5)), Optional.empty()))),
            Optional.of(
                new Value.Entries(
                    List.of(
                        new Value.Entry(
                            new Value.Text("Env"), Optional.of(new Value.Truth(true)))))),
            Optional.of(new Value.Text("x")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"n\":\"1\"} | Data does not match the schema. Current token (VALUE_STRING) not numeric, can not use numeric value accessors",
        "{\"many\":1} | Data does not match the schema. java.io.IOException: Start of Array expected",
        "{\"inner\":1} | Data does not match the schema. java.io.IOException: Start of Object expected",
        "{\"n\":{}} | Data does not match the schema. One or more fields have incorrect format. Exception when validating field (root)",
        "{\"t\":\"yesterday\"} | Data does not match the schema. Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff]",
        "7 | Data does not match the schema. A JSON object is required."
      })
  void another_type_does_not_fit(String record, String message) {
    assertRefused(
        reader("n int", "many array<int>", "inner struct<a:int>", "t timestamp"),
        record,
        "MalformedData",
        message);
  }

  @Test
  void timestamps_have_the_formats_that_are_set() throws Exception {
    RowReader reader =
        new HiveJsonReader(
            columns("a timestamp", "b timestamp", "c timestamp"),
            new TimestampFormats(List.of("dd.MM.yyyy HH:mm", "millis")));
    assertThat(only(reader, "{\"a\":\"28.11.2026 01:02\",\"b\":1500,\"c\":\"2026-1-2 3:4:5\"}"))
        .containsExactly(
            moment("2026-11-28T01:02:00"),
            moment("1970-01-01T00:00:01.5"),
            moment("2026-01-02T03:04:05"));
  }

  private static Optional<Value> moment(String time) {
    return Optional.of(new Value.Moment(LocalDateTime.parse(time)));
  }

  private static RowReader reader(String... columns) {
    return new HiveJsonReader(columns(columns), new TimestampFormats(List.of()));
  }
}
