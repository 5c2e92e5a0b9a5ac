package io.hydrant.cli.journal;

import io.hydrant.api.json.Json;
import io.hydrant.replay.archive.Verification;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Is the journal sound? */
@Command(
    name = "verify",
    description = {
      "Checks that every event is whole, in its place and possible, and names what is not.",
      "Exit code 1 where something is wrong."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private JournalSourceOptions where;

  @Option(names = "--json", description = "For programs: a JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    List<String> findings = new ArrayList<>();
    long events = 0;
    int entities = 0;
    int sound = 0;
    Progress progress = Progress.onTerminal();
    try (JournalSource journal = where.openToVerify(findings, progress)) {
      for (String entity : journal.entities()) {
        Verification.Result result = Verification.of(journal, entity);
        entities++;
        events += result.events();
        sound += result.findings().isEmpty() ? 1 : 0;
        findings.addAll(result.findings());
      }
    } catch (UnreadableJournalException e) {
      findings.add(e.getMessage());
    } finally {
      progress.clear();
    }
    print(findings, events, entities, sound);
    return findings.isEmpty() ? 0 : 1;
  }

  private void print(List<String> findings, long events, int entities, int sound) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      var answer =
          Json.object().put("events", events).put("entities", entities).put("sound", sound);
      findings.forEach(answer.withArray("findings")::add);
      out.println(answer);
    } else {
      findings.forEach(out::println);
      out.println(
          findings.isEmpty()
              ? events + " events of " + entities + " entities: all sound."
              : events
                  + " events of "
                  + entities
                  + " entities looked at: "
                  + findings.size()
                  + " found, "
                  + sound
                  + " entities sound.");
    }
    out.flush();
  }
}
