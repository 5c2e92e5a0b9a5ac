package io.hydrant.cli.journal;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.TimelineStep;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches the events and refused calls of all entities. */
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

  @Mixin private TimeRangeOptions range;

  @Override
  Reach reach() {
    return Reach.ALL;
  }

  @Override
  void read(JournalSource journal) {
    for (String entity : journal.entities()) {
      journal.decoded(entity, stored -> found(new TimelineStep.Happened(stored)));
    }
    journal.refusedCalls().forEach(call -> found(new TimelineStep.Refused(call)));
  }

  private void found(TimelineStep step) {
    if (!range.contains(step.at()) || !fits(step)) {
      return;
    }
    if (json()) {
      print(StepLines.json(step));
    } else {
      String where = step.fold(entry -> entry.entity() + "  ", refused -> "");
      out().println(where + StepLines.text(step));
    }
  }

  private boolean fits(TimelineStep step) {
    return step.fold(this::fits, this::fits);
  }

  private boolean fits(AuditEntry call) {
    String all = call.json().toString();
    return holds(caller, call.principalArn())
        && holds(key, all)
        && holds(error, call.code() + " " + call.message())
        && event == null;
  }

  private boolean fits(DecodedEvent entry) {
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
