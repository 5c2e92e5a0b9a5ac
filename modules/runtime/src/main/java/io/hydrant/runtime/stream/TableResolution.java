package io.hydrant.runtime.stream;

import io.hydrant.api.call.Replies;
import io.hydrant.core.destination.TableErrors;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Looks up the table of a format conversion before a stream or an update is accepted. */
public final class TableResolution {
  private final TableCatalog tables;
  private final Executor blocking;

  /**
   * @param blocking runs calls to the catalog, which block
   */
  public TableResolution(TableCatalog tables, Executor blocking) {
    this.tables = tables;
    this.blocking = blocking;
  }

  /** Returns a success if the table can be read, or if there is none to look up. */
  CompletionStage<Reply<NoOutput>> check(Optional<TableReference> table) {
    CorrelationContext origin = CorrelationContexts.current();
    return table
        .map(
            named ->
                CorrelationContexts.kept(
                    CompletableFuture.supplyAsync(
                        () -> CorrelationContexts.runIn(origin, () -> lookUp(named)), blocking)))
        .orElseGet(() -> Replies.now(Reply.success(new NoOutput())));
  }

  private Reply<NoOutput> lookUp(TableReference table) {
    try {
      tables.columns(table);
      return Reply.success(new NoOutput());
    } catch (TableException e) {
      return Reply.failure(TableErrors.of(e.problem(), e.getMessage()));
    }
  }
}
