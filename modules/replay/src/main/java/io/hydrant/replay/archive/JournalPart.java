package io.hydrant.replay.archive;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What is asked of a journal instead of the whole.
 *
 * @param entity whose events; none where it is empty
 * @param after the number of the last event that the reader has
 * @param max at most so many events
 * @param refusedAfter the request id of the last refused call that the reader has, the empty text
 *     where it has none; no refused calls where it is empty
 */
public record JournalPart(
    Optional<String> entity, long after, int max, Optional<String> refusedAfter) {

  /**
   * The events behind the position. A position that the history does not have belongs to a journal
   * that there is no more, since the node was reset: then the history is read from its beginning.
   */
  void events(JournalSource journal, Consumer<StoredEvent> each) {
    entity.ifPresent(id -> journal.part(id, has(journal, id) ? after : 0, max, each));
  }

  private boolean has(JournalSource journal, String id) {
    if (after == 0) {
      return true;
    }
    // A snapshot behind the position stands for it too.
    AtomicBoolean found = new AtomicBoolean();
    journal.part(id, after - 1, 1, event -> found.set(true));
    return found.get();
  }

  /** The calls that were kept after that one; all where it is not kept any more. */
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
