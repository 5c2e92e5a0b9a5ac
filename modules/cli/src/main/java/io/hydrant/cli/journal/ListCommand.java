package io.hydrant.cli.journal;

import io.hydrant.api.json.Json;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.query.State;
import io.hydrant.replay.query.StateSummary;
import io.hydrant.replay.query.Table;
import io.hydrant.replay.source.JournalSource;
import picocli.CommandLine.Command;

/** Lists all entities and their states. */
@Command(
    name = "list",
    description = "Lists all entities: their events, the first and last time, the state.",
    mixinStandardHelpOptions = true)
final class ListCommand extends JournalQueryCommand {
  @Override
  Reach reach() {
    return Reach.ALL;
  }

  @Override
  void read(JournalSource journal) {
    Table table = new Table("ENTITY", "EVENTS", "FIRST", "LAST", "STATE");
    for (String entity : journal.entities()) {
      State state = State.at(journal, entity, PointInTime.END);
      if (state.events() == 0) {
        // A running node was reset after it had named its entities.
        continue;
      }
      if (json()) {
        print(
            Json.object()
                .put("entity", entity)
                .put("events", state.events())
                .put("first", state.first().toString())
                .put("last", state.last().toString())
                .put("state", StateSummary.of(state)));
      } else {
        table.row(
            entity,
            Long.toString(state.events()),
            Formats.time(state.first()),
            Formats.time(state.last()),
            StateSummary.of(state));
      }
    }
    if (!json()) {
      table.print(out());
    }
  }
}
