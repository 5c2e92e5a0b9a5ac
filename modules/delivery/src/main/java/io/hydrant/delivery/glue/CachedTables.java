package io.hydrant.delivery.glue;

import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the columns of tables for a short time. A table that cannot be read is not kept. */
public final class CachedTables implements TableCatalog {
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int TABLES_MAX = 500;

  private final TableCatalog tables;
  private final InstantSource clock;
  private final Map<TableReference, Entry> kept = new HashMap<>();

  private record Entry(List<Column> columns, Instant until) {}

  public CachedTables(TableCatalog tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public List<Column> columns(TableReference table) {
    Instant now = clock.instant();
    synchronized (kept) {
      kept.values().removeIf(entry -> !entry.until().isAfter(now));
      if (kept.containsKey(table)) {
        return kept.get(table).columns();
      }
    }
    List<Column> columns = List.copyOf(tables.columns(table));
    synchronized (kept) {
      if (kept.size() < TABLES_MAX) {
        kept.put(table, new Entry(columns, now.plus(KEPT)));
      }
    }
    return columns;
  }
}
