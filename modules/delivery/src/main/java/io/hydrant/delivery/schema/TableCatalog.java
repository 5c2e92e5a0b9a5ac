package io.hydrant.delivery.schema;

import io.hydrant.core.destination.TableReference;
import java.util.List;

/** The tables that give the columns of converted records. */
@FunctionalInterface
public interface TableCatalog {
  /**
   * Returns the columns of a table, without those of its partitions.
   *
   * @throws TableException with a sentence, where they cannot be read
   */
  List<HiveType.Column> columns(TableReference table);
}
