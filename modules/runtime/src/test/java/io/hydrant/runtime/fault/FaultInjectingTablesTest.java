package io.hydrant.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import io.hydrant.delivery.schema.TableException;
import io.hydrant.runtime.clock.ServiceClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Faults on reads of tables. */
class FaultInjectingTablesTest {
  private static final List<Column> COLUMNS = List.of(new Column("a", Primitive.INT));

  private final FaultInjector faults = new FaultInjector(new ServiceClock());
  private final FaultInjectingTables tables = new FaultInjectingTables(table -> COLUMNS, faults);

  private static TableReference table(String name) {
    return new TableReference("000000000000", "us-east-1", "db", name, "LATEST", "role");
  }

  private void add(Optional<String> on, Fault.Effect effect) {
    faults.add(
        new Fault(
            "",
            Fault.Service.GLUE,
            "GetTable",
            on,
            Optional.of(Fault.By.FIREHOSE),
            Optional.of(1),
            0,
            effect));
  }

  private static Fault.Effect error(String code) {
    return new Fault.Effect(
        Duration.ZERO, false, Optional.of(new ServiceError(code, "By a fault.")), Optional.empty());
  }

  private TableException problem(String table) {
    return catchThrowableOfType(TableException.class, () -> tables.columns(table(table)));
  }

  @Test
  void an_error_is_glues_answer_for_its_table_alone() {
    add(Optional.of("orders"), error("AccessDeniedException"));
    assertThat(tables.columns(table("clicks"))).isEqualTo(COLUMNS);
    TableException thrown = problem("orders");
    assertThat(thrown.problem()).isEqualTo(TableProblem.ACCESS_DENIED);
    assertThat(thrown)
        .hasMessage("By a fault. (Service: AWSGlue; Error Code: AccessDeniedException)");
    assertThat(tables.columns(table("orders"))).isEqualTo(COLUMNS);
  }

  @Test
  void a_table_has_the_name_of_its_database_before_its_own_too() {
    add(Optional.of("db/orders"), error("EntityNotFoundException"));
    assertThat(problem("orders").problem()).isEqualTo(TableProblem.NOT_FOUND);
  }

  @Test
  void glue_can_be_unreachable() {
    add(
        Optional.empty(),
        new Fault.Effect(Duration.ZERO, true, Optional.empty(), Optional.empty()));
    TableException thrown = problem("orders");
    assertThat(thrown.problem()).isEqualTo(TableProblem.UNAVAILABLE);
    assertThat(thrown).hasMessage("GLUE is unreachable for GetTable, by a fault on demand.");
  }
}
