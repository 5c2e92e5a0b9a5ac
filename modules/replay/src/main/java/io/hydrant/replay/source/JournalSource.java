package io.hydrant.replay.source;

import io.hydrant.replay.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A journal, wherever it lies. Histories are handed over event by event: they may be long. */
public interface JournalSource extends AutoCloseable {
  /** The ids of all entities, {@code TYPE|ID}, in their order. */
  List<String> entities();

  /**
   * The events of an entity, oldest first; none for an entity that there is not. A history that was
   * trimmed starts with the event that stands for what was trimmed.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  void history(String entity, Consumer<StoredEvent> each);

  /**
   * Opens a history to read it side by side with others, or not to the end. A journal that cannot
   * stop in the middle of a history holds the history in memory.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  default Cursor open(String entity) {
    List<StoredEvent> events = new ArrayList<>();
    history(entity, events::add);
    return Cursor.of(events);
  }

  /**
   * Hands over at most {@code max} events of an entity whose numbers are above {@code after}. A
   * journal that a node serves from reads no more than these.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  default void part(String entity, long after, int max, Consumer<StoredEvent> each) {
    try (Cursor cursor = open(entity)) {
      int handedOver = 0;
      Optional<StoredEvent> event = cursor.next();
      while (event.isPresent() && handedOver < max) {
        if (event.get().number() > after) {
          each.accept(event.get());
          handedOver++;
        }
        event = cursor.next();
      }
    }
  }

  /** The same calls in the order in which they were kept, so that new ones stand at the end. */
  default List<AuditEntry> refusedCallsAsKept() {
    return refusedCalls();
  }

  /** Whether the data of buffered records is in it; else zeros stand for the data. */
  default boolean hasRecords() {
    return true;
  }

  /** Calls that were refused and are kept beside the journal, oldest first. */
  List<AuditEntry> refusedCalls();

  @Override
  void close();
}
