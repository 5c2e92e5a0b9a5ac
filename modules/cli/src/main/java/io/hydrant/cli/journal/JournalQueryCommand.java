package io.hydrant.cli.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.replay.query.EntityLabel;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.query.State;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A command that reads a journal: the options that choose the journal, and the output. */
abstract class JournalQueryCommand extends SentenceCommand {
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

  /** Returns how much of the journal the command reads. */
  Reach reach() {
    return Reach.SOME;
  }

  @Override
  int execute() {
    try (JournalSource journal = where.open(reach(), progress)) {
      read(journal);
      return 0;
    } finally {
      progress.clear();
    }
  }

  @Override
  final PrintWriter out() {
    progress.clear();
    return super.out();
  }

  final boolean json() {
    return json;
  }

  final void print(JsonNode node) {
    out().println(node);
  }

  /** Returns the state at that moment; a moment that the history does not have is an error. */
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

  /**
   * Returns the id of the entity with that name; a name that fits no entity or many is an error.
   */
  static String entity(JournalSource journal, String name) {
    return EntityLabel.resolve(journal.entities(), name)
        .fold(
            entity -> entity,
            refusal -> {
              throw new UsageException(refusal.message());
            });
  }
}
