package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Event;
import io.hydrant.replay.projection.StateFold;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an entity at a moment.
 *
 * @param events the number of events that led to it
 * @param number the number of the last event; 0 without events
 * @param first the time of the first event; the epoch without events
 * @param last the time of the last event; the epoch without events
 */
public record State(
    String entity, long events, long number, Instant first, Instant last, Object value) {
  public static State at(JournalSource journal, String entity, PointInTime moment) {
    Walk walk = new Walk(entity);
    try (Cursor cursor = journal.open(entity)) {
      Optional<StoredEvent> next = cursor.next();
      while (next.filter(moment::mayInclude).isPresent()) {
        DecodedEvent stored = next.get().decoded();
        if (moment.includes(stored)) {
          walk.step(stored);
        }
        next = cursor.next();
      }
    }
    return walk.state();
  }

  /** Returns the answer that the API would have given at that time. */
  public JsonNode json(Instant now) {
    return StateJson.of(entity, value, now);
  }

  /** Returns the answer that the API would have given right after the last event. */
  public JsonNode json() {
    return json(last);
  }

  /** Folds a history event by event. */
  static final class Walk {
    private final String entity;
    private final StateFold<?, ?> fold;
    private long events;
    private long number;
    private Instant first = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    Walk(String entity) {
      this.entity = entity;
      this.fold =
          StateFold.of(entity)
              .orElseThrow(
                  () -> new UnreadableJournalException(entity + " is not an entity of Hydrant."));
    }

    void step(DecodedEvent stored) {
      Event<?> event = stored.event();
      try {
        fold.apply(event);
      } catch (IllegalStateException | ClassCastException e) {
        throw new UnreadableJournalException(
            "Event "
                + stored.number()
                + " of "
                + entity
                + " ("
                + stored.name()
                + ") cannot have followed: "
                + e.getMessage(),
            e);
      }
      if (events == 0) {
        first = event.at();
      }
      events++;
      number = stored.number();
      last = event.at();
    }

    State state() {
      return new State(entity, events, number, first, last, fold.state());
    }
  }
}
