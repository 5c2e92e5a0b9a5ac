package io.hydrant.server.journal;

import io.hydrant.http.Json;
import io.hydrant.replay.fold.Pretty;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.tell.InAWord;
import io.hydrant.replay.tell.Moment;
import io.hydrant.replay.tell.State;
import io.hydrant.replay.tell.Table;
import picocli.CommandLine.Command;

/** All entities, with what they came to. */
@Command(
    name = "list",
    description = "Lists all entities: how many events, from when to when, what they came to.",
    mixinStandardHelpOptions = true)
final class ListCommand extends JournalReading {
  @Override
  Reach reach() {
    return Reach.ALL;
  }

  @Override
  void read(JournalSource journal) {
    Table table = new Table("ENTITY", "EVENTS", "FIRST", "LAST", "STATE");
    for (String entity : journal.entities()) {
      State state = State.at(journal, entity, Moment.END);
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
                .put("state", InAWord.of(state)));
      } else {
        table.row(
            entity,
            Long.toString(state.events()),
            Pretty.time(state.first()),
            Pretty.time(state.last()),
            InAWord.of(state));
      }
    }
    if (!json()) {
      table.print(out());
    }
  }
}
