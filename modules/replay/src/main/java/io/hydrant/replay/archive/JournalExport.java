package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** Writes a journal as JSON Lines: a head, a line for each event and refused call, an end. */
public final class JournalExport {
  static final String FORMAT = "hydrant-journal";
  static final int VERSION = 1;

  private final Writer out;
  private String hash = HashChain.START;
  private long events;

  private JournalExport(Writer out) {
    this.out = out;
  }

  /**
   * The result of an export.
   *
   * @param hash the hash of the last line: equal journals have equal hashes
   */
  public record Written(long events, String hash) {}

  /**
   * @param withRecords true to include the data of buffered records
   * @param change changes each line, for example by redaction
   * @throws UncheckedIOException where the file cannot be written
   */
  public static Written write(
      JournalSource journal, Writer out, boolean withRecords, UnaryOperator<ObjectNode> change) {
    JournalExport export = new JournalExport(out);
    export.line(head(withRecords));
    for (String entity : journal.entities()) {
      journal.history(entity, stored -> export.event(change.apply(event(stored, withRecords))));
    }
    journal.refusedCalls().forEach(call -> export.line(change.apply(refused(call))));
    return export.end();
  }

  /**
   * Writes a part of a journal in the same form, without the data of records; its head says that it
   * is a part.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public static Written write(JournalSource journal, Writer out, JournalPart part) {
    JournalExport export = new JournalExport(out);
    export.line(head(false).put("part", true));
    part.events(journal, stored -> export.event(event(stored, false)));
    part.refusedCalls(journal).forEach(call -> export.line(refused(call)));
    return export.end();
  }

  private static ObjectNode head(boolean withRecords) {
    return Json.object().put("format", FORMAT).put("version", VERSION).put("records", withRecords);
  }

  private static ObjectNode event(StoredEvent stored, boolean withRecords) {
    return ExportedEvent.of(stored, withRecords).line();
  }

  private static ObjectNode refused(AuditEntry call) {
    ObjectNode line = Json.object();
    line.set("refusedCall", call.json());
    return line;
  }

  private void event(ObjectNode line) {
    line(line);
    events++;
  }

  private Written end() {
    line(Json.object().put("end", true).put("events", events));
    return new Written(events, hash);
  }

  private void line(ObjectNode object) {
    ChainedLine line = ChainedLine.of(hash, object);
    hash = line.hash();
    try {
      out.write(line.toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
