package io.hydrant.server.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.http.Json;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.fold.Entries;
import io.hydrant.replay.fold.EventLine;
import io.hydrant.replay.fold.Pretty;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.tell.EventChange;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** An entity's history. */
@Command(
    name = "show",
    description = "Shows an entity's events: when, what, by whom, and what it changed.",
    mixinStandardHelpOptions = true)
final class ShowCommand extends JournalReading {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "A name that `journal list` shows, or a part that fits no other")
  private String name;

  @Override
  void read(JournalSource journal) {
    String entity = entity(journal, name);
    EventChange change = new EventChange(entity);
    Entries.each(journal, entity, entry -> print(entry, change.by(entry), change.unsupported()));
  }

  private void print(JournalView.Entry entry, List<String> changes, List<String> unsupported) {
    if (json()) {
      ObjectNode line =
          Json.object()
              .put("entity", entry.entity())
              .put("number", entry.number())
              .put("at", entry.event().at().toString())
              .put("name", entry.name());
      line.set("event", EventLine.json(entry));
      changes.forEach(line.withArray("changes")::add);
      unsupported.forEach(line.withArray("notDone")::add);
      print(line);
      return;
    }
    out()
        .println(
            String.format(
                Locale.ROOT,
                "%6d  %s  %s",
                entry.number(),
                Pretty.time(entry.event().at()),
                EventLine.of(entry)));
    entry
        .cause()
        .flatMap(cause -> cause.requestId())
        .ifPresent(id -> out().println("        request " + id));
    changes.forEach(each -> out().println("        " + each));
    unsupported.forEach(each -> out().println("        Hydrant does not do this: " + each));
  }
}
