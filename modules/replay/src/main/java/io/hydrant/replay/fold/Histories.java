package io.hydrant.replay.fold;

import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.replay.JournalView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a page shows of a history on a running node, event by event; the methods wait for the
 * journal. How many histories are read side by side is bounded, and so is what is held of them.
 */
public final class Histories {
  /** Streams of one name, and keys of one stream, that a page tells of: the newest ones. */
  public static final int RELATED_MAX = 20;

  private final JournalView journal;

  /** A stream's timeline at one step. */
  public record OfStream(Stretch stretch, StreamMoment then, boolean isCut) {}

  /**
   * A key's timeline at one step.
   *
   * @param then the key, where there was one
   */
  public record OfKey(Stretch stretch, Optional<Key.Present> then) {}

  public Histories(JournalView journal) {
    this.journal = journal;
  }

  /**
   * The stream's events and those of its keys, budgets and buffers, and the refused calls that
   * named it; arrivals of records are left out.
   *
   * @param step the one that is shown; the last one without it
   */
  public OfStream stream(String entity, Optional<Integer> step) {
    Related related = new Related(entity, RELATED_MAX);
    try (Stream<JournalView.Happened> own = journal.history(entity)) {
      own.forEach(happened -> related.see(happened.event()));
    }
    StreamMoment then = new StreamMoment(entity, related);
    try (Merge timeline = new Merge()) {
      timeline.add(journal, entity);
      related.entities().forEach(other -> timeline.add(journal, other));
      timeline.add(related.of(journal.refusedCalls()));
      return new OfStream(Stretch.of(timeline, step, then::see), then, related.isCut());
    }
  }

  /** The key's own events and the refused calls that named it. */
  public OfKey key(String entity, Optional<Integer> step) {
    KeyMoment then = new KeyMoment();
    try (Merge timeline = new Merge()) {
      timeline.add(journal, entity).add(refused(entity));
      return new OfKey(Stretch.of(timeline, step, then::see), then.key());
    }
  }

  private List<JournalView.Refused> refused(String key) {
    String id = key.substring(key.lastIndexOf('/') + 1);
    return journal.refusedCalls().stream()
        .filter(call -> call.concernsKey(id))
        .map(JournalView.Refused::new)
        .toList();
  }

  private static final class KeyMoment {
    private Key state = new Key.Absent();

    void see(JournalView.Step step) {
      step.fold(Optional::of, refused -> Optional.<JournalView.Entry>empty())
          .ifPresent(entry -> state = ((KeyEvent) entry.event()).evolve(state));
    }

    Optional<Key.Present> key() {
      return state instanceof Key.Present present ? Optional.of(present) : Optional.empty();
    }
  }
}
