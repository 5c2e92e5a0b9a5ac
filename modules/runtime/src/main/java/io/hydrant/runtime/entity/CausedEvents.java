package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.EventMetadata;
import java.util.Optional;
import org.apache.pekko.persistence.typed.EventAdapter;
import org.apache.pekko.persistence.typed.EventSeq;

/**
 * Stores events together with the call that led to them. An entity handles one message at a time,
 * and its events are stored before the next.
 */
final class CausedEvents<E extends Event<?>> extends EventAdapter<E, Object> {
  private final Class<E> events;
  private Optional<EventMetadata> metadata = Optional.empty();

  CausedEvents(Class<E> events) {
    this.events = events;
  }

  /** What is stored from here on comes from that call. */
  void now(Optional<EventMetadata> call) {
    metadata = call;
  }

  @Override
  public Object toJournal(E event) {
    return metadata.<Object>map(call -> new EventEnvelope<>(event, call)).orElse(event);
  }

  @Override
  public String manifest(E event) {
    return "";
  }

  @Override
  public EventSeq<E> fromJournal(Object stored, String manifest) {
    return EventSeq.single(
        events.cast(stored instanceof EventEnvelope<?> caused ? caused.event() : stored));
  }
}
