package io.hydrant.cli.journal;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.ReadWatch;
import io.hydrant.replay.source.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A journal that reports how much of it is read. */
final class WatchedJournal implements JournalSource {
  private final JournalSource journal;
  private final ReadWatch watch;
  private final boolean all;
  private final Set<String> begun = new HashSet<>();
  private double entities;

  /**
   * @param all true where every history will be read, so that the part that is left is known
   */
  WatchedJournal(JournalSource journal, ReadWatch watch, boolean all) {
    this.journal = journal;
    this.watch = watch;
    this.all = all;
  }

  @Override
  public List<String> entities() {
    List<String> found = journal.entities();
    entities = found.size();
    return found;
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    begun.add(entity);
    Cursor cursor = journal.open(entity, after, max);
    return new Cursor() {
      @Override
      public Optional<StoredEvent> next() {
        Optional<StoredEvent> event = cursor.next();
        if (event.isPresent()) {
          watch.read(done());
        }
        return event;
      }

      @Override
      public void close() {
        cursor.close();
      }
    };
  }

  /** Counts the histories before this one, since the length of a history shows only at its end. */
  private OptionalDouble done() {
    return all && entities > 0
        ? OptionalDouble.of((begun.size() - 1) / entities)
        : OptionalDouble.empty();
  }

  @Override
  public boolean hasRecords() {
    return journal.hasRecords();
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return journal.refusedCalls();
  }

  @Override
  public void close() {
    journal.close();
  }
}
