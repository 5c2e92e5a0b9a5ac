package io.hydrant.replay.source;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.journal.EventCodec;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as a value. A running node reads its own journal in this form.
 *
 * @param name the stored name, for example {@code stream.created/1}
 * @param metadata the call that led to the event; empty for an event without a call
 */
public record DecodedEvent(
    String entity, long number, String name, Event<?> event, Optional<EventMetadata> metadata)
    implements StoredEvent {
  /** An event with the name under which this version stores it. */
  public DecodedEvent(
      String entity, long number, Event<?> event, Optional<EventMetadata> metadata) {
    this(entity, number, EventCodec.name(event), event, metadata);
  }

  /** Returns the time of the event, on the service's clock. */
  public Instant at() {
    return event.at();
  }

  /** Returns the event's JSON as it is stored, without the data of records. */
  public String json() {
    return EventCodec.json(event, metadata);
  }

  @Override
  public Bytes bytes() {
    return Bytes.wrap(EventCodec.encode(event, metadata));
  }

  @Override
  public DecodedEvent decoded() {
    return this;
  }
}
