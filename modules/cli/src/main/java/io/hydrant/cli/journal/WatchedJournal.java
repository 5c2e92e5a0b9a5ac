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
import java.util.function.Consumer;

/** A journal whose reading is watched. */
final class WatchedJournal implements JournalSource {
  private final JournalSource journal;
  private final ReadWatch watch;
  private final boolean all;
  private final Set<String> begun = new HashSet<>();
  private double entities;

  /**
   * @param all whether every history is to be read, so that it is known how much is left
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
  public void history(String entity, Consumer<StoredEvent> each) {
    begun.add(entity);
    journal.history(
        entity,
        event -> {
          watch.read(done());
          each.accept(event);
        });
  }

  @Override
  public Cursor open(String entity) {
    begun.add(entity);
    Cursor cursor = journal.open(entity);
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

  /** By the histories before this one; how long one is shows only at its end. */
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
