package io.hydrant.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import io.hydrant.replay.tell.EntityName;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all commands that read a journal share: where it lies, and how its trouble is told. */
abstract class JournalReading implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Mixin private JournalFile where;

  @Option(names = "--json", description = "For programs: a JSON object a line.")
  private boolean json;

  /** Reads and prints; what is wrong is thrown as {@link UnreadableJournalException}. */
  abstract void read(JournalSource journal);

  @Override
  public Integer call() {
    try (JournalSource journal = where.open()) {
      read(journal);
      out().flush();
      return 0;
    } catch (UnreadableJournalException e) {
      out().flush();
      spec.commandLine().getErr().println("hydrant: " + e.getMessage());
      spec.commandLine().getErr().flush();
      return 1;
    }
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final boolean json() {
    return json;
  }

  final void print(JsonNode node) {
    out().println(node);
  }

  static String entity(JournalSource journal, String name) {
    return EntityName.resolve(journal.entities(), name)
        .fold(
            entity -> entity,
            refusal -> {
              throw new UnreadableJournalException(refusal.message());
            });
  }
}
