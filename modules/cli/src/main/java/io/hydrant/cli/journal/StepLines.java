package io.hydrant.cli.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.EventLine;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.projection.TimelineStep;
import io.hydrant.replay.source.DecodedEvent;

/** Writes a step of a timeline in one line. */
final class StepLines {
  private StepLines() {}

  static String text(TimelineStep step) {
    String line = Formats.time(step.at()) + "  " + mark(step) + "  " + EventLine.of(step);
    return step.fold(entry -> line, call -> line + "\n" + " ".repeat(28) + call.message());
  }

  private static String mark(TimelineStep step) {
    return step.fold(entry -> " ", refused -> "!");
  }

  static ObjectNode json(TimelineStep step) {
    return step.fold(StepLines::json, StepLines::json);
  }

  private static ObjectNode json(AuditEntry call) {
    ObjectNode line = Json.object().put("refused", true);
    line.setAll(call.json());
    return line;
  }

  static ObjectNode json(DecodedEvent entry) {
    ObjectNode line =
        Json.object()
            .put("entity", entry.entity())
            .put("number", entry.number())
            .put("at", entry.at().toString())
            .put("name", entry.name());
    line.set("event", Formats.tree(entry.json()));
    return line;
  }
}
