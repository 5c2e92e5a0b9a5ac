package io.hydrant.replay.source;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.journal.EventCodec;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event as a value. A running node reads its own journal in this form.
 *
 * @param name the stored name, for example {@code stream.created/1}
 * @param metadata the call that led to the event; empty for an event without a call
 */
public record DecodedEvent(
    String entity, long number, String name, Event<?> event, Optional<EventMetadata> metadata)
    implements StoredEvent {
  /** An encrypted secret. Quotes inside a client's text are escaped, so no text looks like it. */
  private static final Pattern ENCRYPTED =
      Pattern.compile("(\"\\$encrypted\":)\"[A-Za-z0-9+/=]*\"");

  /** An event with the name under which this version stores it. */
  public DecodedEvent(
      String entity, long number, Event<?> event, Optional<EventMetadata> metadata) {
    this(entity, number, EventCodec.name(event), event, metadata);
  }

  /** Returns the time of the event, on the service's clock. */
  public Instant at() {
    return event.at();
  }

  /**
   * Returns the event's JSON for people: as it is stored, without the data of records, and with an
   * empty text for each encrypted secret.
   */
  public String json() {
    return ENCRYPTED.matcher(EventCodec.json(event, metadata)).replaceAll("$1\"\"");
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
