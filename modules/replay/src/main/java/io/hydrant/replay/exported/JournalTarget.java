package io.hydrant.replay.exported;

import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;

/** A journal that is filled with events as they were. */
public interface JournalTarget extends AutoCloseable {
  /** Events of one entity come in their order. */
  void store(StoredEvent stored, Instant at);

  /** What was stored is there for good after it. */
  @Override
  void close();
}
