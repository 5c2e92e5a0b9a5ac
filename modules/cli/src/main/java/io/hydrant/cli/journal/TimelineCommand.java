package io.hydrant.cli.journal;

import io.hydrant.core.EntityTypes;
import io.hydrant.replay.projection.RelatedEntities;
import io.hydrant.replay.projection.TimelineMerge;
import io.hydrant.replay.projection.TimelineStep;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints several histories in the order of their times. */
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

  @Mixin private TimeRangeOptions range;

  @Override
  void read(JournalSource journal) {
    try (TimelineMerge merge = new TimelineMerge()) {
      timeline(journal, merge);
      merge.each(
          step -> {
            if (range.contains(step.at())) {
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
