package io.hydrant.cli.journal;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a stream's timeline as it grows. */
@Command(
    name = "follow",
    description = "Prints a stream's timeline of a running node, and what is added, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class FollowCommand extends SentenceCommand {
  @Parameters(index = "0", paramLabel = "STREAM", description = "The name of a stream")
  private String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:4573",
      description = "The node. Default: ${DEFAULT-VALUE}")
  private URI url;

  @Option(names = "--json", description = "For programs: a JSON object a line.")
  private boolean json;

  @Option(
      names = "--rounds",
      hidden = true,
      defaultValue = "9223372036854775807",
      description = "The number of polls, one second apart")
  private long rounds;

  @Override
  int execute() {
    RemoteJournal node = new RemoteJournal(url, false);
    Following following = new Following(node, JournalQueryCommand.entity(node, name));
    try {
      for (long round = 0; round < rounds; round++) {
        if (round > 0) {
          TimeUnit.SECONDS.sleep(1);
        }
        following.poll(step -> out().println(json ? StepLines.json(step) : StepLines.text(step)));
        out().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
