package io.hydrant.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.replay.fold.Pretty;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.tell.Moment;
import io.hydrant.replay.tell.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An entity at a moment. */
@Command(
    name = "state",
    description = "Prints what the API would have answered at a moment.",
    mixinStandardHelpOptions = true)
final class StateCommand extends JournalReading {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "A name that `journal list` shows, or a part that fits no other")
  private String name;

  @Mixin private MomentOptions options;

  @Override
  void read(JournalSource journal) {
    Moment moment = options.moment();
    State state = state(journal, entity(journal, name), moment);
    JsonNode answer = moment.time().map(state::json).orElseGet(state::json);
    if (json()) {
      print(answer);
    } else {
      out().println(Pretty.json(answer));
    }
  }
}
