package io.hydrant.replay.projection;

import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.replay.source.JournalSource;
import java.util.List;
import java.util.Optional;

/**
 * Reads the timeline that a page shows, event by event. The number of histories that are open at
 * the same time is bounded, and so is what is held of them.
 */
public final class Histories {
  /** The number of generations, and of keys of one stream, that a page shows: the newest ones. */
  public static final int RELATED_MAX = 20;

  private final JournalSource journal;

  /** A stream's timeline at one step. */
  public record OfStream(Stretch stretch, StreamMoment then, boolean isCut) {}

  /**
   * A key's timeline at one step.
   *
   * @param then the key at that step; empty before its creation
   */
  public record OfKey(Stretch stretch, Optional<Key.Present> then) {}

  public Histories(JournalSource journal) {
    this.journal = journal;
  }

  /**
   * Returns the stream's events and those of its keys, budgets and buffers, and the refused calls
   * that named it, without the arrivals of records.
   *
   * @param step the number of the step that is shown; empty for the last one
   */
  public OfStream stream(String entity, Optional<Integer> step) {
    RelatedEntities related = RelatedEntities.find(journal, entity, RELATED_MAX);
    StreamMoment then = new StreamMoment(entity, related);
    try (TimelineMerge timeline = new TimelineMerge()) {
      timeline.addStream(journal, related);
      return new OfStream(Stretch.of(timeline, step, then::see), then, related.isCut());
    }
  }

  /** Returns the key's own events and the refused calls that named it. */
  public OfKey key(String entity, Optional<Integer> step) {
    KeyMoment then = new KeyMoment();
    try (TimelineMerge timeline = new TimelineMerge()) {
      timeline.add(journal, entity).add(refused(entity));
      return new OfKey(Stretch.of(timeline, step, then::see), then.key());
    }
  }

  private List<TimelineStep.Refused> refused(String key) {
    String id = key.substring(key.lastIndexOf('/') + 1);
    return journal.refusedCalls().stream()
        .filter(call -> call.concernsKey(id))
        .map(TimelineStep.Refused::new)
        .toList();
  }

  private static final class KeyMoment {
    private Key state = new Key.Absent();

    void see(TimelineStep step) {
      step.event().ifPresent(stored -> state = ((KeyEvent) stored.event()).evolve(state));
    }

    Optional<Key.Present> key() {
      return state instanceof Key.Present present ? Optional.of(present) : Optional.empty();
    }
  }
}
