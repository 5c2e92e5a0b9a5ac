package io.hydrant.replay.archive;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;
import java.util.List;

/** A journal that is filled with events as they were: with all of them, or with none. */
public interface JournalWriter extends AutoCloseable {
  /** Events of one entity come in their order. */
  void store(StoredEvent stored, Instant at);

  /** The calls that were refused, all at once. */
  void refused(List<AuditEntry> calls);

  /** All have been stored, and are there for good. */
  void commit();

  /** Without a commit nothing of what was stored stays. */
  @Override
  void close();
}
