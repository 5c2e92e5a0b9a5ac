package io.hydrant.cli.journal;

import io.hydrant.core.EntityTypes;
import io.hydrant.replay.projection.RelatedEntities;
import io.hydrant.replay.projection.TimelineMerge;
import io.hydrant.replay.projection.TimelineStep;
import io.hydrant.replay.source.JournalSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Several histories in the order of their times. */
@Command(
    name = "timeline",
    description = {
      "Interleaves histories by their times.",
      "With one stream it adds the histories of its keys, its budget and its buffer, and the calls"
          + " that were refused (marked !)."
    },
    mixinStandardHelpOptions = true)
final class TimelineCommand extends JournalQueryCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "ENTITY",
      description = "Names that `journal list` shows, or parts that fit no other")
  private List<String> names;

  @Option(names = "--since", paramLabel = "TIME", description = "From that time on")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Up to that time")
  private String until;

  @Override
  void read(JournalSource journal) {
    Optional<Instant> first = Optional.ofNullable(since).map(PointInTimeOptions::instant);
    Optional<Instant> last = Optional.ofNullable(until).map(PointInTimeOptions::instant);
    try (TimelineMerge merge = new TimelineMerge()) {
      timeline(journal, merge);
      merge.each(
          step -> {
            if (first.stream().noneMatch(step.at()::isBefore)
                && last.stream().noneMatch(step.at()::isAfter)) {
              print(step);
            }
          });
    }
  }

  private void print(TimelineStep step) {
    if (json()) {
      print(StepLines.json(step));
    } else {
      out().println(StepLines.text(step));
    }
  }

  private void timeline(JournalSource journal, TimelineMerge merge) {
    List<String> entities = new ArrayList<>();
    names.forEach(name -> entities.add(entity(journal, name)));
    if (entities.size() == 1 && EntityTypes.STREAM.matches(entities.get(0))) {
      merge.addStream(journal, RelatedEntities.find(journal, entities.get(0)));
    } else {
      entities.forEach(entity -> merge.add(journal, entity));
    }
  }
}
