package io.hydrant.replay.source;

import io.hydrant.replay.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A journal, wherever it lies. Histories are handed over event by event: they may be long. */
public interface JournalSource extends AutoCloseable {
  /** The ids of all entities, {@code KIND|ID}, in their order. */
  List<String> entities();

  /**
   * The events of an entity, oldest first; none for an entity that there is not. A history that was
   * trimmed starts with the event that stands for what was trimmed.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  void history(String entity, Consumer<StoredEvent> each);

  /**
   * The same, for whoever reads several histories side by side or not to the end. Where a journal
   * cannot be left in the middle, the history is held.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  default Cursor open(String entity) {
    List<StoredEvent> events = new ArrayList<>();
    history(entity, events::add);
    return Cursor.of(events);
  }

  /** Calls that were refused and are kept beside the journal, oldest first. */
  List<AuditEntry> refusedCalls();

  @Override
  void close();
}
