package io.hydrant.cli.journal;

import io.hydrant.api.json.Json;
import io.hydrant.replay.query.Explanation;
import io.hydrant.replay.source.JournalSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains the result of a call. */
@Command(
    name = "why",
    description = "Explains why a call was refused, or what happened to a record.",
    mixinStandardHelpOptions = true)
final class WhyCommand extends JournalQueryCommand {
  @Parameters(index = "0", paramLabel = "STREAM", description = "The name of a stream")
  private String name;

  @Option(
      names = {"--put", "--call"},
      required = true,
      paramLabel = "ID",
      description = "A refused call's request id, or an accepted record's RecordId")
  private String id;

  @Override
  void read(JournalSource journal) {
    List<String> lines = Explanation.tell(journal, entity(journal, name), id);
    if (json()) {
      var answer = Json.object();
      lines.forEach(answer.withArray("why")::add);
      print(answer);
    } else {
      lines.forEach(out()::println);
    }
  }
}
