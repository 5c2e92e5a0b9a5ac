package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Event;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.projection.EventDecoder;
import io.hydrant.replay.projection.StateFold;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.time.Instant;
import java.util.Optional;

/**
 * What an entity had become at a moment.
 *
 * @param events how many led there
 * @param number of the last of them; 0 where there is none
 * @param first when the first of them happened; the epoch where there is none
 * @param last when the last of them happened; the same
 */
public record State(
    String entity, long events, long number, Instant first, Instant last, Object value) {
  public static State at(JournalSource journal, String entity, PointInTime moment) {
    Walk walk = new Walk(entity);
    try (Cursor cursor = journal.open(entity)) {
      Optional<StoredEvent> next = cursor.next();
      while (next.filter(moment::mayInclude).isPresent()) {
        StoredEvent stored = next.get();
        Event<?> event = EventDecoder.event(stored);
        if (moment.includes(stored.number(), event.at())) {
          walk.step(stored.number(), stored.name(), event);
        }
        next = cursor.next();
      }
    }
    return walk.state();
  }

  /** As the API would have answered at the given time. */
  public JsonNode json(Instant now) {
    return StateJson.of(entity, value, now);
  }

  /** As the API would have answered right after the last event. */
  public JsonNode json() {
    return json(last);
  }

  /** A fold under way. */
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
                  () -> new UnreadableJournalException(entity + " is no entity of Hydrant's."));
    }

    void step(JournalView.Entry entry) {
      step(entry.number(), entry.name(), entry.event());
    }

    void step(long place, String name, Event<?> event) {
      try {
        fold.apply(event);
      } catch (IllegalStateException | ClassCastException e) {
        throw new UnreadableJournalException(
            "Event "
                + place
                + " of "
                + entity
                + " ("
                + name
                + ") cannot have followed: "
                + e.getMessage(),
            e);
      }
      if (events == 0) {
        first = event.at();
      }
      events++;
      number = place;
      last = event.at();
    }

    State state() {
      return new State(entity, events, number, first, last, fold.state());
    }
  }
}
