package io.hydrant.server;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.FolderAudit;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.Snapshots;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import io.hydrant.runtime.journal.JournalReader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The journal of this node while it runs, read through Pekko Persistence Query. Its methods wait
 * for the journal's answers.
 */
record LiveJournal(JournalReader reader, DataFolder folder) implements JournalSource {
  @Override
  public List<String> entities() {
    return reader.entities().toCompletableFuture().join();
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    Optional<StoredEvent> snapshot = new Snapshots(folder.snapshots()).newest(entity);
    long first = Math.max(after, snapshot.map(StoredEvent::number).orElse(0L)) + 1;
    Stream<DecodedEvent> events =
        reader
            .history(entity, first, first + max - 1)
            .map(
                stored ->
                    new DecodedEvent(entity, stored.number(), stored.event(), stored.metadata()));
    Stream<StoredEvent> all = Stream.concat(snapshot.stream(), events);
    return new LiveCursor(entity, all.iterator(), all).part(after, max);
  }

  private record LiveCursor(String entity, Iterator<StoredEvent> events, Stream<StoredEvent> all)
      implements Cursor {
    @Override
    public Optional<StoredEvent> next() {
      try {
        return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
      } catch (RuntimeException e) {
        throw new UnreadableJournalException(
            "The journal cannot be read at " + entity + ": " + e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      all.close();
    }
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return FolderAudit.list(folder.audit());
  }

  @Override
  public void close() {}
}
