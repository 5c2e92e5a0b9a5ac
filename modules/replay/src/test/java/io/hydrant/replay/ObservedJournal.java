package io.hydrant.replay;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal that notes which histories are read and how many are open. */
public final class ObservedJournal implements JournalSource {
  private final JournalSource journal;
  private final List<String> read = new ArrayList<>();
  private int open;
  private int mostOpen;

  public ObservedJournal(JournalSource journal) {
    this.journal = journal;
  }

  /** Returns the histories that were opened, in that order. */
  public List<String> read() {
    return List.copyOf(read);
  }

  public int open() {
    return open;
  }

  public int mostOpen() {
    return mostOpen;
  }

  @Override
  public List<String> entities() {
    return journal.entities();
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    read.add(entity);
    open++;
    mostOpen = Math.max(mostOpen, open);
    Cursor cursor = journal.open(entity, after, max);
    return new Cursor() {
      @Override
      public Optional<StoredEvent> next() {
        return cursor.next();
      }

      @Override
      public void close() {
        cursor.close();
        open--;
      }
    };
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
