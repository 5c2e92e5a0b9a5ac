package io.hydrant.delivery.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveTypeParser;
import io.hydrant.delivery.schema.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns and records of tests. */
final class Rows {
  private Rows() {}

  static List<Column> columns(String... definitions) {
    return Arrays.stream(definitions)
        .map(each -> each.split(" ", 2))
        .map(each -> new Column(each[0], HiveTypeParser.parse(each[1])))
        .toList();
  }

  /** Returns the only row of a record. */
  static List<Optional<Value>> only(RowReader reader, String record) throws ConversionException {
    List<Value.Fields> rows = reader.rows(record.getBytes(StandardCharsets.UTF_8));
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows");
    }
    return rows.get(0).values();
  }

  static void assertRefused(RowReader reader, String record, String code, String message) {
    assertThatThrownBy(() -> reader.rows(record.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ConversionException.class,
            e -> assertThat(e.code()).isEqualTo("DataFormatConversion." + code))
        .hasMessageStartingWith(message);
  }
}
