package io.hydrant.delivery.glue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.destination.TableProblem;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveTypeParser;
import io.hydrant.delivery.schema.TableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns in a {@code Table} of Glue's API, without those of its partitions. */
final class TableJson {
  private TableJson() {}

  /**
   * Returns the columns.
   *
   * @throws TableException where there is none, or one that cannot be written
   */
  static List<Column> columns(JsonNode table) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode each : table.path("StorageDescriptor").path("Columns")) {
      String name = text(each, "Name");
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw invalid("The table has two columns " + name + ".");
      }
      columns.add(new Column(name, HiveTypeParser.parse(text(each, "Type"))));
    }
    if (columns.isEmpty()) {
      throw invalid("The table has no columns.");
    }
    return columns;
  }

  private static String text(JsonNode column, String member) {
    String text = column.path(member).asText("");
    if (text.isBlank()) {
      throw invalid("A column of the table has no " + member + ".");
    }
    return text;
  }

  private static TableException invalid(String message) {
    return new TableException(TableProblem.INVALID_SCHEMA, message);
  }
}
