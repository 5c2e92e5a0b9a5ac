package io.hydrant.cli.journal;

import io.hydrant.api.json.Json;
import io.hydrant.replay.query.Difference;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.source.JournalSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what changed between two moments. */
@Command(
    name = "diff",
    description = "Prints what differs between two moments of an entity.",
    mixinStandardHelpOptions = true)
final class DiffCommand extends JournalQueryCommand {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "A name that `journal list` shows, or a part that fits no other")
  private String name;

  @Option(names = "--from", required = true, paramLabel = "N", description = "After event N")
  private long from;

  @Option(names = "--to", paramLabel = "M", description = "After event M. Default: the last")
  private Long to;

  @Override
  void read(JournalSource journal) {
    String entity = entity(journal, name);
    List<Difference> found =
        Difference.between(
            state(journal, entity, PointInTime.after(from)).json(),
            state(journal, entity, to == null ? PointInTime.END : PointInTime.after(to)).json());
    found.forEach(this::print);
    if (found.isEmpty() && !json()) {
      out().println("No difference.");
    }
  }

  private void print(Difference difference) {
    if (json()) {
      var line = Json.object().put("pointer", difference.pointer());
      line.set("before", difference.before());
      line.set("after", difference.after());
      print(line);
    } else {
      out().println(difference);
    }
  }
}
