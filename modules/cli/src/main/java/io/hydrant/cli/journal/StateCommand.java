package io.hydrant.cli.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.query.State;
import io.hydrant.replay.source.JournalSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the state of an entity at a moment. */
@Command(
    name = "state",
    description = "Prints what the API would have answered at a moment.",
    mixinStandardHelpOptions = true)
final class StateCommand extends JournalQueryCommand {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "A name that `journal list` shows, or a part that fits no other")
  private String name;

  @Mixin private PointInTimeOptions options;

  @Override
  void read(JournalSource journal) {
    PointInTime moment = options.moment();
    State state = state(journal, entity(journal, name), moment);
    JsonNode answer = moment.time().map(state::json).orElseGet(state::json);
    if (json()) {
      print(answer);
    } else {
      out().println(Formats.json(answer));
    }
  }
}
