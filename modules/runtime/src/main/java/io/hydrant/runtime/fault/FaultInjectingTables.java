package io.hydrant.runtime.fault;

import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Applies faults to reads of tables. */
public final class FaultInjectingTables implements TableCatalog {
  private final TableCatalog tables;
  private final FaultInjector faults;

  public FaultInjectingTables(TableCatalog tables, FaultInjector faults) {
    this.tables = tables;
    this.faults = faults;
  }

  @Override
  public List<Column> columns(TableReference table) {
    CallDescription call =
        new CallDescription(
            Fault.Service.GLUE,
            "GetTable",
            Fault.By.FIREHOSE,
            List.of(table.table(), table.database() + "/" + table.table()),
            false);
    for (ServiceError error : errorOf(call).stream().toList()) {
      throw new TableException(
          TableProblem.ofGlue(error.code()),
          error.message() + " (Service: AWSGlue; Error Code: " + error.code() + ")");
    }
    return tables.columns(table);
  }

  private Optional<ServiceError> errorOf(CallDescription call) {
    try {
      return faults.meet(call).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new TableException(TableProblem.UNAVAILABLE, e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TableException(TableProblem.UNAVAILABLE, "The node stops.", e);
    }
  }
}
