package io.hydrant.cli.journal;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.projection.EventDecoder;
import io.hydrant.replay.source.JournalSource;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Events and refused calls of all entities that fit. */
@Command(
    name = "search",
    description = "Finds events and refused calls in all histories; all conditions must hold.",
    mixinStandardHelpOptions = true)
final class SearchCommand extends JournalQueryCommand {
  @Option(names = "--caller", paramLabel = "TEXT", description = "Part of the caller's ARN")
  private String caller;

  @Option(names = "--key", paramLabel = "TEXT", description = "Part of a key's ARN or id")
  private String key;

  @Option(names = "--error", paramLabel = "TEXT", description = "Part of an error's code or text")
  private String error;

  @Option(names = "--event", paramLabel = "TEXT", description = "Part of an event's name")
  private String event;

  @Option(names = "--since", paramLabel = "TIME", description = "From that time on")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Up to that time")
  private String until;

  @Override
  Reach reach() {
    return Reach.ALL;
  }

  @Override
  void read(JournalSource journal) {
    Optional<Instant> first = Optional.ofNullable(since).map(PointInTimeOptions::instant);
    Optional<Instant> last = Optional.ofNullable(until).map(PointInTimeOptions::instant);
    for (String entity : journal.entities()) {
      EventDecoder.each(journal, entity, entry -> found(entry, first, last));
    }
    journal.refusedCalls().forEach(call -> found(new JournalView.Refused(call), first, last));
  }

  private void found(JournalView.Step step, Optional<Instant> first, Optional<Instant> last) {
    if (first.stream().anyMatch(step.at()::isBefore)
        || last.stream().anyMatch(step.at()::isAfter)
        || !fits(step)) {
      return;
    }
    if (json()) {
      print(StepLines.json(step));
    } else {
      String where = step.fold(entry -> entry.entity() + "  ", refused -> "");
      out().println(where + StepLines.text(step));
    }
  }

  private boolean fits(JournalView.Step step) {
    return step.fold(this::fits, this::fits);
  }

  private boolean fits(JournalView.Refused refused) {
    String all = refused.call().json().toString();
    return holds(caller, refused.call().principalArn())
        && holds(key, all)
        && holds(error, refused.call().code() + " " + refused.call().message())
        && event == null;
  }

  private boolean fits(JournalView.Entry entry) {
    return holds(
            caller, entry.metadata().map(metadata -> metadata.principalArn()).orElse(entry.json()))
        && holds(key, entry.entity() + entry.json())
        && (error == null || (entry.name().contains("failed") && holds(error, entry.json())))
        && holds(event, entry.name());
  }

  private static boolean holds(String wanted, String text) {
    return wanted == null
        || text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }
}
