package io.hydrant.replay.archive;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;
import java.util.List;

/** A new journal that takes all events of another one unchanged, or none of them. */
public interface JournalWriter extends AutoCloseable {
  /** Writes an event. The events of one entity come in their order. */
  void store(StoredEvent stored, Instant at);

  /** Writes all refused calls. */
  void refused(List<AuditEntry> calls);

  /** Keeps all that was written. */
  void commit();

  /** Removes all that was written, unless it was committed. */
  @Override
  void close();
}
