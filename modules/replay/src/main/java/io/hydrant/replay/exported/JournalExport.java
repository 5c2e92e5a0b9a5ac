package io.hydrant.replay.exported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.http.Json;
import io.hydrant.replay.source.JournalSource;
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
   * What was written.
   *
   * @param hash of the last line: equal journals have equal ones
   */
  public record Written(long events, String hash) {}

  /**
   * @param withRecords whether the data of buffered records is part of it
   * @param change what is done to each line, for example redaction
   * @throws UncheckedIOException where it cannot be written
   */
  public static Written write(
      JournalSource journal, Writer out, boolean withRecords, UnaryOperator<ObjectNode> change) {
    JournalExport export = new JournalExport(out);
    export.line(
        Json.object().put("format", FORMAT).put("version", VERSION).put("records", withRecords));
    for (String entity : journal.entities()) {
      journal.history(
          entity,
          stored -> {
            export.line(change.apply(EventForm.write(stored, withRecords)));
            export.events++;
          });
    }
    journal
        .refusedCalls()
        .forEach(
            call -> {
              ObjectNode line = Json.object();
              line.set("refusedCall", call.json());
              export.line(change.apply(line));
            });
    export.line(Json.object().put("end", true).put("events", export.events));
    return new Written(export.events, export.hash);
  }

  private void line(ObjectNode object) {
    Line line = Line.of(hash, object);
    hash = line.hash();
    try {
      out.write(line.toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
