package io.hydrant.replay.source;

import io.hydrant.replay.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
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
  default void history(String entity, Consumer<StoredEvent> each) {
    try (Cursor cursor = open(entity)) {
      for (Optional<StoredEvent> event = cursor.next(); event.isPresent(); event = cursor.next()) {
        each.accept(event.get());
      }
    }
  }

  /**
   * The same, for whoever reads several histories side by side or not to the end.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  Cursor open(String entity);

  /** Calls that were refused and are kept beside the journal, oldest first. */
  List<AuditEntry> refusedCalls();

  @Override
  void close();
}
