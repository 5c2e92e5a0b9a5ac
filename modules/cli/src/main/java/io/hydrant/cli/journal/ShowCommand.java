package io.hydrant.cli.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.projection.EventLine;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.query.EventChange;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints an entity's history. */
@Command(
    name = "show",
    description = "Shows an entity's events: when, what, by whom, and what it changed.",
    mixinStandardHelpOptions = true)
final class ShowCommand extends JournalQueryCommand {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "A name that `journal list` shows, or a part that fits no other")
  private String name;

  @Override
  void read(JournalSource journal) {
    String entity = entity(journal, name);
    EventChange change = new EventChange(entity);
    journal.decoded(entity, entry -> print(entry, change.by(entry), change.unsupported()));
  }

  private void print(DecodedEvent entry, List<String> changes, List<String> unsupported) {
    if (json()) {
      ObjectNode line = StepLines.json(entry);
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
                Formats.time(entry.event().at()),
                EventLine.of(entry)));
    entry
        .metadata()
        .flatMap(metadata -> metadata.requestId())
        .ifPresent(id -> out().println("        request " + id));
    changes.forEach(each -> out().println("        " + each));
    unsupported.forEach(each -> out().println("        Hydrant does not do this: " + each));
  }
}
