package io.hydrant.server;

import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.glue.CachedTables;
import io.hydrant.delivery.glue.FolderTables;
import io.hydrant.delivery.glue.GlueTables;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The catalog of tables that a node converts by: a folder, an API of Glue, or none. */
final class NodeTables implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeTables.class);

  private final Optional<GlueTables> glue;
  private final TableCatalog catalog;

  private NodeTables(Optional<GlueTables> glue, TableCatalog catalog) {
    this.glue = glue;
    this.catalog = catalog;
  }

  static NodeTables of(GlueSettings settings, InstantSource clock) {
    Optional<GlueTables> glue =
        settings
            .endpoint()
            .map(
                endpoint -> new GlueTables(endpoint, DefaultCredentialsProvider.builder().build()));
    return new NodeTables(
        glue,
        glue.<TableCatalog>map(tables -> tables)
            .or(() -> settings.tables().map(FolderTables::new))
            .<TableCatalog>map(tables -> new CachedTables(tables, clock))
            .orElse(NodeTables::none));
  }

  /** Refuses every table as one that is missing. */
  private static List<Column> none(TableReference table) {
    LOG.warn(
        "The table {} of the database {} cannot be found, because the node has no Glue catalog. Set"
            + " hydrant.glue.tables (HYDRANT_GLUE_TABLES) to a folder of tables, or"
            + " hydrant.glue.endpoint (HYDRANT_GLUE_ENDPOINT) to an API of Glue.",
        table.table(),
        table.database());
    throw new TableException(
        TableProblem.NOT_FOUND,
        "The node has no Glue catalog: neither hydrant.glue.tables nor hydrant.glue.endpoint is"
            + " set.");
  }

  TableCatalog catalog() {
    return catalog;
  }

  @Override
  public void close() {
    glue.ifPresent(GlueTables::close);
  }
}
