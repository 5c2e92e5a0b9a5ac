package io.hydrant.cli.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.replay.query.EntityLabel;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.query.State;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all commands that read a journal share: where it lies, and how errors are printed. */
abstract class JournalQueryCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Mixin private JournalSourceOptions where;

  private final Progress progress = Progress.onTerminal();

  @Option(names = "--json", description = "For programs: a JSON object a line.")
  private boolean json;

  /**
   * Reads and prints.
   *
   * @throws UnreadableJournalException where the journal is damaged or missing
   * @throws UsageException where the question makes no sense
   */
  abstract void read(JournalSource journal);

  /** How much it reads. */
  Reach reach() {
    return Reach.SOME;
  }

  @Override
  public Integer call() {
    try (JournalSource journal = where.open(reach(), progress)) {
      read(journal);
      out().flush();
      return 0;
    } catch (UnreadableJournalException e) {
      return report(e.getMessage(), CommandLine.ExitCode.SOFTWARE);
    } catch (UsageException e) {
      return report(e.getMessage(), CommandLine.ExitCode.USAGE);
    } finally {
      progress.clear();
    }
  }

  private int report(String sentence, int exit) {
    out().flush();
    spec.commandLine().getErr().println("hydrant: " + sentence);
    spec.commandLine().getErr().flush();
    return exit;
  }

  final PrintWriter out() {
    progress.clear();
    return spec.commandLine().getOut();
  }

  final boolean json() {
    return json;
  }

  final void print(JsonNode node) {
    out().println(node);
  }

  /** The state at that moment, which the history must have. */
  static State state(JournalSource journal, String entity, PointInTime moment) {
    State state = State.at(journal, entity, moment);
    moment
        .refusal(state)
        .ifPresent(
            refusal -> {
              throw new UsageException(refusal.message());
            });
    return state;
  }

  static String entity(JournalSource journal, String name) {
    return EntityLabel.resolve(journal.entities(), name)
        .fold(
            entity -> entity,
            refusal -> {
              throw new UsageException(refusal.message());
            });
  }
}
