package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;

/** What a pass over the lines of an exported journal hands over. */
interface ExportSink {
  /**
   * The first line.
   *
   * @param withRecords whether the data of records is in the lines
   */
  default void head(boolean withRecords) {}

  /**
   * An entity's first line.
   *
   * @param offset where it begins, in bytes
   * @return false where the entity had lines before
   */
  boolean begins(String entity, long offset);

  void event(ObjectNode event);

  void refused(AuditEntry call);
}
