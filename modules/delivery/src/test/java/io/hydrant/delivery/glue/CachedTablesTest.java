package io.hydrant.delivery.glue;

import static io.hydrant.delivery.conversion.Conversions.TABLE;
import static io.hydrant.delivery.conversion.Conversions.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedTablesTest {
  private Instant now = Instant.EPOCH;
  private int calls;
  private boolean missing;
  private final CachedTables tables = new CachedTables(this::columnsOf, () -> now);

  private List<Column> columnsOf(TableReference table) {
    calls++;
    if (missing) {
      throw new TableException(TableProblem.NOT_FOUND, "No.");
    }
    return columns(table.table() + calls + " int");
  }

  @Test
  void a_table_is_asked_for_once_in_ten_seconds_of_the_services_clock() {
    assertThat(tables.columns(TABLE)).isEqualTo(columns("t1 int"));
    now = now.plusSeconds(9);
    assertThat(tables.columns(TABLE)).isEqualTo(columns("t1 int"));
    now = now.plusSeconds(1);
    assertThat(tables.columns(TABLE)).isEqualTo(columns("t2 int"));
  }

  @Test
  void each_table_and_version_is_kept_for_itself() {
    TableReference other = new TableReference("000000000000", "us-east-1", "db", "t", "1", "role");
    assertThat(tables.columns(TABLE)).isNotEqualTo(tables.columns(other));
  }

  @Test
  void a_table_that_is_missing_is_asked_for_again() {
    missing = true;
    assertThatThrownBy(() -> tables.columns(TABLE)).isInstanceOf(TableException.class);
    missing = false;
    assertThat(tables.columns(TABLE)).isEqualTo(columns("t2 int"));
  }

  @Test
  void no_more_than_500_tables_are_kept() {
    for (int i = 0; i < 501; i++) {
      tables.columns(numbered(i));
    }
    calls = 0;
    tables.columns(numbered(499));
    assertThat(calls).isZero();
    tables.columns(numbered(500));
    assertThat(calls).isEqualTo(1);
  }

  private static TableReference numbered(int number) {
    return new TableReference("000000000000", "us-east-1", "db", "t" + number, "LATEST", "role");
  }
}
