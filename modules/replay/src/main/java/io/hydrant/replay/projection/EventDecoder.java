package io.hydrant.replay.projection;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.journal.EventCodec;
import io.hydrant.journal.UnreadableEventException;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.function.Consumer;

/** Stored events, understood. */
public final class EventDecoder {
  private EventDecoder() {}

  /**
   * @throws UnreadableJournalException for an event that this version cannot read
   */
  public static JournalView.Entry read(StoredEvent stored) {
    EventEnvelope<?> form = form(stored);
    return new JournalView.Entry(
        stored.entity(),
        stored.number(),
        stored.name(),
        EventCodec.json(form.event(), form.metadata()),
        form.event(),
        form.metadata());
  }

  private static EventEnvelope<?> form(StoredEvent stored) {
    try {
      return EventCodec.read(stored.name(), stored.bytes().unsafeArray());
    } catch (UnreadableEventException e) {
      throw new UnreadableJournalException(
          "Event " + stored.number() + " of " + stored.entity() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The event alone, which is all that a fold needs.
   *
   * @throws UnreadableJournalException for an event that this version cannot read
   */
  public static Event<?> event(StoredEvent stored) {
    return form(stored).event();
  }

  /** An entity's history, one event after the other. */
  public static void each(
      JournalSource journal, String entity, Consumer<JournalView.Entry> consumer) {
    journal.history(entity, stored -> consumer.accept(read(stored)));
  }
}
