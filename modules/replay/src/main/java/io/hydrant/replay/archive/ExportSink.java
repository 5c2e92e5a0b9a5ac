package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;

/** Receives the content of an exported journal, line by line. */
interface ExportSink {
  /**
   * Receives the first line.
   *
   * @param withRecords true where the lines have the data of records
   */
  default void head(boolean withRecords) {}

  /**
   * Receives the beginning of an entity's first line.
   *
   * @param offset the offset of the line, in bytes
   * @return false where the entity had lines before
   */
  boolean begins(String entity, long offset);

  void event(ObjectNode event);

  void refused(AuditEntry call);
}
