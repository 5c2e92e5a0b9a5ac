package io.hydrant.cli.journal;

import io.hydrant.replay.source.UnreadableJournalException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** A command that reports a failure in one sentence on standard error, and by its exit code. */
abstract class SentenceCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /**
   * Does the work and returns the exit code.
   *
   * @throws UnreadableJournalException where the journal is damaged or missing
   * @throws UsageException where the question makes no sense
   */
  abstract int execute();

  @Override
  public final Integer call() {
    try {
      return execute();
    } catch (UnreadableJournalException e) {
      return report(e.getMessage(), CommandLine.ExitCode.SOFTWARE);
    } catch (UsageException e) {
      return report(e.getMessage(), CommandLine.ExitCode.USAGE);
    } finally {
      out().flush();
    }
  }

  private int report(String sentence, int exit) {
    out().flush();
    spec.commandLine().getErr().println("hydrant: " + sentence);
    spec.commandLine().getErr().flush();
    return exit;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
