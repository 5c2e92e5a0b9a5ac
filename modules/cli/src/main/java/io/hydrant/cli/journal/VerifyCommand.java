package io.hydrant.cli.journal;

import io.hydrant.api.json.Json;
import io.hydrant.replay.archive.Verification;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a journal. */
@Command(
    name = "verify",
    description = {
      "Checks that every event is complete, in its place and possible, and names the others.",
      "The exit code is 1 where something is wrong."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand extends SentenceCommand {
  @Mixin private JournalSourceOptions where;

  @Option(names = "--json", description = "For programs: a JSON object.")
  private boolean json;

  @Override
  int execute() {
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
    if (json) {
      var answer =
          Json.object().put("events", events).put("entities", entities).put("sound", sound);
      findings.forEach(answer.withArray("findings")::add);
      out().println(answer);
    } else {
      findings.forEach(out()::println);
      out()
          .println(
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
  }
}
