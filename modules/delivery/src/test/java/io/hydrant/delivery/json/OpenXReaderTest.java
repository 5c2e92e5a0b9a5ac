package io.hydrant.delivery.json;

import static io.hydrant.delivery.json.Rows.assertRefused;
import static io.hydrant.delivery.json.Rows.columns;
import static io.hydrant.delivery.json.Rows.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.delivery.schema.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenXReaderTest {
  private static final OpenXReader.Options DEFAULTS =
      new OpenXReader.Options(true, false, Map.of());

  @Test
  void names_match_without_case_and_missing_members_are_null() throws Exception {
    RowReader reader = reader("userName string", "age int");
    assertThat(only(reader, "{\"USERNAME\":\"a\",\"other\":1}"))
        .containsExactly(Optional.of(new Value.Text("a")), Optional.empty());
    assertThat(only(reader, "{}")).containsExactly(Optional.empty(), Optional.empty());
    assertThat(only(reader, "{\"username\":null,\"age\":null}"))
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void with_regard_to_case_only_the_exact_name_matches() throws Exception {
    RowReader reader =
        new OpenXReader(columns("name string"), new OpenXReader.Options(false, false, Map.of()));
    assertThat(only(reader, "{\"NAME\":\"a\"}")).containsExactly(Optional.empty());
    assertThat(only(reader, "{\"name\":\"a\"}")).containsExactly(Optional.of(new Value.Text("a")));
  }

  @Test
  void a_column_takes_its_value_from_the_key_that_is_mapped_to_it() throws Exception {
    RowReader reader =
        new OpenXReader(
            columns("ts string", "a_b string"),
            new OpenXReader.Options(true, true, Map.of("ts", "timestamp")));
    assertThat(only(reader, "{\"timestamp\":\"1\",\"ts\":\"2\",\"a.b\":\"3\"}"))
        .containsExactly(Optional.of(new Value.Text("1")), Optional.of(new Value.Text("3")));
  }

  @Test
  void texts_become_numbers_and_numbers_lose_their_fraction_in_whole_columns() throws Exception {
    RowReader reader = reader("a int", "b bigint", "c double", "d decimal(5,2)", "e boolean");
    assertThat(
            only(reader, "{\"a\":\"12\",\"b\":1.9,\"c\":\"1.5\",\"d\":\"3.456\",\"e\":\"TRUE\"}"))
        .containsExactly(
            Optional.of(new Value.Whole(12)),
            Optional.of(new Value.Whole(1)),
            Optional.of(new Value.Floating(1.5)),
            Optional.of(new Value.Exact(new BigDecimal("3.46"))),
            Optional.of(new Value.Truth(true)));
  }

  @Test
  void a_decimal_with_too_many_digits_is_null() throws Exception {
    assertThat(only(reader("d decimal(4,2)"), "{\"d\":123.4}")).containsExactly(Optional.empty());
  }

  @Test
  void one_value_becomes_an_array_of_one_and_an_array_fills_a_struct() throws Exception {
    RowReader reader = reader("many array<int>", "pair struct<a:int,b:string>");
    assertThat(only(reader, "{\"many\":7,\"pair\":[1,\"x\",true]}"))
        .containsExactly(
            Optional.of(new Value.Elements(List.of(Optional.of(new Value.Whole(7))))),
            Optional.of(
                new Value.Fields(
                    List.of(Optional.of(new Value.Whole(1)), Optional.of(new Value.Text("x"))))));
  }

  @Test
  void keys_of_maps_and_of_objects_in_texts_are_in_lower_case() throws Exception {
    RowReader reader = reader("tags map<string,string>", "body string");
    assertThat(only(reader, "{\"tags\":{\"Env\":\"Prod\"},\"body\":{\"A\":[{\"B\":\"C\"}, 1]}}"))
        .containsExactly(
            Optional.of(
                new Value.Entries(
                    List.of(
                        new Value.Entry(
                            new Value.Text("env"), Optional.of(new Value.Text("Prod")))))),
            Optional.of(new Value.Text("{\"a\":[{\"b\":\"C\"},1]}")));
  }

  @Test
  void a_record_may_hold_several_objects() throws Exception {
    assertThat(reader("a int").rows("{\"a\":1}\n{\"a\":2}".getBytes(StandardCharsets.UTF_8)))
        .extracting(Value.Fields::values)
        .containsExactly(
            List.of(Optional.of(new Value.Whole(1))), List.of(Optional.of(new Value.Whole(2))));
  }

  @ParameterizedTest
  @CsvSource({
    "1764291723, 2025-11-28T01:02:03",
    "1764291723500, 2025-11-28T01:02:03.5",
    "1764291723.25, 2025-11-28T01:02:03.250",
    "'\"1764291723\"', 2025-11-28T01:02:03",
    "'\"2025-1-2 3:4:5.6\"', 2025-01-02T03:04:05.6",
    "'\"2025-11-28T01:02:03\"', 2025-11-28T01:02:03",
    "'\"2025-11-28T01:02:03.123456Z\"', 2025-11-28T01:02:03.123456"
  })
  void timestamps_are_seconds_milliseconds_or_dates(String value, LocalDateTime time)
      throws Exception {
    assertThat(only(reader("t timestamp"), "{\"t\":" + value + "}"))
        .containsExactly(Optional.of(new Value.Moment(time)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-1-2T3:4:5", "2025-11-28T01:02:03+01:00", "2025-13-01 00:00:00", "now", ""})
  void other_timestamps_do_not_fit(String text) {
    assertRefused(
        reader("t timestamp"),
        "{\"t\":\"" + text + "\"}",
        "MalformedData",
        "Data does not match the schema. For input string: \"" + text + "\"");
  }

  @Test
  void days_are_lenient() throws Exception {
    assertThat(only(reader("d date"), "{\"d\":\"2025-1-2\"}"))
        .containsExactly(Optional.of(new Value.Day(LocalDate.of(2025, 1, 2))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"oops\"} | MalformedData | Data does not match the schema. For input string: \"oops\"",
        "{\"a\":1e999999999} | MalformedData | Data does not match the schema. For input string: ",
        "{\"b\":42} | MalformedData | Data does not match the schema. Data is not JSONObject  but java.lang.Long with value 42",
        "42 | MalformedData | Data does not match the schema. A JSON object is required.",
        "[{\"a\":1}] | MalformedData | Data does not match the schema. A JSON object is required.",
        "{\"a\":1 | ParseError | Encountered malformed JSON. Unexpected end-of-input",
        "{\"a\":1} x | ParseError | Encountered malformed JSON. Unrecognized token 'x'",
        "'  ' | MalformedData | The record was empty or contained only whitespace."
      })
  void a_record_that_does_not_fit_fails_with_firehoses_words(
      String record, String code, String message) {
    assertRefused(reader("a int", "b struct<c:int>"), record, code, message);
  }

  private static RowReader reader(String... columns) {
    return new OpenXReader(columns(columns), DEFAULTS);
  }
}
