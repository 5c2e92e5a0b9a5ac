package io.hydrant.replay.source;

import io.hydrant.replay.audit.AuditEntry;
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

  /** Calls that were refused and are kept beside the journal, oldest first. */
  List<AuditEntry> refusedCalls();

  @Override
  void close();
}
