package io.hydrant.replay;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.journal.EventCodec;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A journal in memory, its events in the form in which a node stores them. */
public final class MemoryJournal implements JournalSource {
  private final Map<String, List<StoredEvent>> histories = new TreeMap<>();

  public MemoryJournal with(String entity, Event<?>... events) {
    for (Event<?> event : events) {
      add(entity, event, Optional.empty());
    }
    return this;
  }

  public MemoryJournal with(String entity, EventMetadata metadata, Event<?> event) {
    return add(entity, event, Optional.of(metadata));
  }

  private MemoryJournal add(String entity, Event<?> event, Optional<EventMetadata> metadata) {
    List<StoredEvent> history = histories.computeIfAbsent(entity, key -> new ArrayList<>());
    long number = history.isEmpty() ? 1 : history.get(history.size() - 1).number() + 1;
    return with(
        new EncodedEvent(
            entity,
            number,
            EventCodec.name(event),
            Bytes.wrap(EventCodec.encode(event, metadata))));
  }

  public MemoryJournal with(StoredEvent event) {
    histories.computeIfAbsent(event.entity(), key -> new ArrayList<>()).add(event);
    return this;
  }

  @Override
  public List<String> entities() {
    return List.copyOf(histories.keySet());
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    return Cursor.of(histories.getOrDefault(entity, List.of())).part(after, max);
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return List.of();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
