package io.hydrant.replay.source;

import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.id.Bytes;
import io.hydrant.journal.EventCodec;
import io.hydrant.journal.UnreadableEventException;

/** One event of an entity's history, as a {@link JournalSource} returns it. */
public interface StoredEvent {
  /** Returns the entity's id, for example {@code stream|000000000000/us-east-1/orders}. */
  String entity();

  /** Returns the event's place in the entity's history, from 1. */
  long number();

  /** Returns the stored name, for example {@code stream.created/1}. */
  String name();

  /** Returns the stored form. */
  Bytes bytes();

  /**
   * Returns the event itself.
   *
   * @throws UnreadableJournalException for an event that this version cannot read
   */
  default DecodedEvent decoded() {
    try {
      EventEnvelope<?> envelope = EventCodec.read(name(), bytes().unsafeArray());
      return new DecodedEvent(entity(), number(), name(), envelope.event(), envelope.metadata());
    } catch (UnreadableEventException e) {
      throw new UnreadableJournalException(
          "Event " + number() + " of " + entity() + ": " + e.getMessage(), e);
    }
  }
}
