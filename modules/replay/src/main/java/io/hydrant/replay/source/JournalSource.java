package io.hydrant.replay.source;

import io.hydrant.replay.audit.AuditEntry;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal: a data folder, a database, an exported file or a running node. Histories may be long,
 * so they are read event by event.
 */
public interface JournalSource extends AutoCloseable {
  /** Returns the ids of all entities, {@code TYPE|ID}, in their order. */
  List<String> entities();

  /**
   * Opens a part of a history. The events come oldest first; an unknown entity has none. A history
   * that was trimmed starts with the event that replaces the trimmed ones.
   *
   * @param after the events up to this number are left out
   * @param max the number of events at most
   * @throws UnreadableJournalException where the journal is damaged
   */
  Cursor open(String entity, long after, int max);

  /** Opens a whole history. */
  default Cursor open(String entity) {
    return open(entity, 0, Integer.MAX_VALUE);
  }

  /** Passes a whole history to the consumer, one event after the other. */
  default void history(String entity, Consumer<StoredEvent> each) {
    try (Cursor cursor = open(entity)) {
      cursor.each(each);
    }
  }

  /** Passes a whole history to the consumer, decoded. */
  default void decoded(String entity, Consumer<DecodedEvent> each) {
    history(entity, stored -> each.accept(stored.decoded()));
  }

  /** Returns the refused calls that are kept beside the journal, oldest first. */
  List<AuditEntry> refusedCalls();

  /** Returns the same calls in the order in which they were kept, so that new ones are last. */
  default List<AuditEntry> refusedCallsAsKept() {
    return refusedCalls();
  }

  /** Returns false for a journal that has zeros in place of the data of buffered records. */
  default boolean hasRecords() {
    return true;
  }

  @Override
  void close();
}
