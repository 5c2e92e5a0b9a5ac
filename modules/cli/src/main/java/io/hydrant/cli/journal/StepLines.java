package io.hydrant.cli.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.projection.EventLine;
import io.hydrant.replay.projection.Formats;

/** A step of a timeline in a line. */
final class StepLines {
  private StepLines() {}

  static String text(JournalView.Step step) {
    String line = Formats.time(step.at()) + "  " + mark(step) + "  " + EventLine.of(step);
    return step.fold(
        entry -> line, refused -> line + "\n" + " ".repeat(28) + refused.call().message());
  }

  private static String mark(JournalView.Step step) {
    return step.fold(entry -> " ", refused -> "!");
  }

  static ObjectNode json(JournalView.Step step) {
    return step.fold(StepLines::json, StepLines::json);
  }

  private static ObjectNode json(JournalView.Refused refused) {
    ObjectNode line = Json.object().put("refused", true);
    line.setAll(refused.call().json());
    return line;
  }

  private static ObjectNode json(JournalView.Entry entry) {
    ObjectNode line =
        Json.object()
            .put("entity", entry.entity())
            .put("number", entry.number())
            .put("at", entry.event().at().toString())
            .put("name", entry.name());
    line.set("event", EventLine.json(entry));
    return line;
  }
}
