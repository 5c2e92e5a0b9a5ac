package io.hydrant.replay.query;

import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A history folded again with other events.
 *
 * @param was the state that the history led to
 * @param wouldBe the state that the changed history leads to
 * @param impossible events that cannot follow in the changed history, and why; they are left out
 */
public record WhatIf(State was, State wouldBe, List<String> impossible) {
  public WhatIf {
    impossible = List.copyOf(impossible);
  }

  /**
   * @param without the numbers of events that are left out
   * @param inserted events that are added, by the number of the event that they follow; 0 for the
   *     beginning
   */
  public static WhatIf of(
      JournalSource journal,
      String entity,
      Set<Long> without,
      Map<Long, List<DecodedEvent>> inserted) {
    State.Walk was = new State.Walk(entity);
    State.Walk wouldBe = new State.Walk(entity);
    List<String> impossible = new ArrayList<>();
    inserted.getOrDefault(0L, List.of()).forEach(entry -> step(wouldBe, entry, impossible));
    journal.decoded(
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

  private static void step(State.Walk walk, DecodedEvent entry, List<String> impossible) {
    try {
      walk.step(entry);
    } catch (UnreadableJournalException e) {
      impossible.add(e.getMessage());
    }
  }

  /** Returns the differences between the two states. */
  public List<Difference> differences() {
    return Difference.between(was.json(), wouldBe.json(was.last()));
  }
}
