package io.hydrant.replay.archive;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The part of a journal that a reader asks for.
 *
 * @param entity the entity whose events are read; empty for no events
 * @param after the number of the last event that the reader has
 * @param max the number of events at most
 * @param refusedAfter the request id of the last refused call that the reader has, the empty text
 *     where it has none; no refused calls where it is empty
 */
public record JournalPart(
    Optional<String> entity, long after, int max, Optional<String> refusedAfter) {

  /**
   * Passes the events after the position to the consumer. A position that the history does not have
   * belongs to the journal before a reset of the node: then the history is read from its beginning.
   */
  void events(JournalSource journal, Consumer<StoredEvent> each) {
    entity.ifPresent(
        id -> {
          try (Cursor cursor = journal.open(id, has(journal, id) ? after : 0, max)) {
            cursor.each(each);
          }
        });
  }

  private boolean has(JournalSource journal, String id) {
    if (after == 0) {
      return true;
    }
    // A snapshot behind the position replaces the event too.
    try (Cursor cursor = journal.open(id, after - 1, 1)) {
      return cursor.next().isPresent();
    }
  }

  /** Returns the calls that were kept after that one, or all where it is not kept any more. */
  List<AuditEntry> refusedCalls(JournalSource journal) {
    if (refusedAfter.isEmpty()) {
      return List.of();
    }
    List<AuditEntry> calls = journal.refusedCallsAsKept();
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).requestId().equals(refusedAfter.get())) {
        return calls.subList(i + 1, calls.size());
      }
    }
    return calls;
  }
}
