package io.hydrant.cli.journal;

import io.hydrant.replay.projection.TimelineStep;
import io.hydrant.replay.source.UnreadableJournalException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A stream's timeline as it grows. */
@Command(
    name = "follow",
    description = "Prints a stream's timeline of a running node, and what is added, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class FollowCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

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
      description = "How often to look, one second apart")
  private long rounds;

  @Override
  public Integer call() {
    try {
      RemoteJournal node = new RemoteJournal(url, false);
      Following following = new Following(node, JournalQueryCommand.entity(node, name));
      for (long round = 0; round < rounds; round++) {
        if (round > 0) {
          TimeUnit.SECONDS.sleep(1);
        }
        following.poll(this::print);
        spec.commandLine().getOut().flush();
      }
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (UnreadableJournalException e) {
      spec.commandLine().getErr().println("hydrant: " + e.getMessage());
      spec.commandLine().getErr().flush();
      return CommandLine.ExitCode.SOFTWARE;
    } catch (UsageException e) {
      spec.commandLine().getErr().println("hydrant: " + e.getMessage());
      spec.commandLine().getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
  }

  private void print(TimelineStep step) {
    spec.commandLine().getOut().println(json ? StepLines.json(step) : StepLines.text(step));
  }
}
