package io.hydrant.replay.query;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.projection.EventDecoder;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A history folded again as if it had gone otherwise.
 *
 * @param was what it came to
 * @param wouldBe what it would have come to
 * @param impossible events that could not have followed then, and why; they are left out
 */
public record WhatIf(State was, State wouldBe, List<String> impossible) {
  public WhatIf {
    impossible = List.copyOf(impossible);
  }

  /**
   * @param without the numbers of events that did not happen
   * @param inserted events that did, by the number of the event that they follow; 0 for the first
   */
  public static WhatIf of(
      JournalSource journal,
      String entity,
      Set<Long> without,
      Map<Long, List<JournalView.Entry>> inserted) {
    State.Walk was = new State.Walk(entity);
    State.Walk wouldBe = new State.Walk(entity);
    List<String> impossible = new ArrayList<>();
    inserted.getOrDefault(0L, List.of()).forEach(entry -> step(wouldBe, entry, impossible));
    EventDecoder.each(
        journal,
        entity,
        entry -> {
          was.step(entry);
          if (!without.contains(entry.number())) {
            step(wouldBe, entry, impossible);
          }
          inserted
              .getOrDefault(entry.number(), List.of())
              .forEach(more -> step(wouldBe, more, impossible));
        });
    return new WhatIf(was.state(), wouldBe.state(), impossible);
  }

  private static void step(State.Walk walk, JournalView.Entry entry, List<String> impossible) {
    try {
      walk.step(entry);
    } catch (UnreadableJournalException e) {
      impossible.add(e.getMessage());
    }
  }

  /** Where the two ends differ. */
  public List<Difference> differences() {
    return Difference.between(was.json(), wouldBe.json(was.last()));
  }
}
