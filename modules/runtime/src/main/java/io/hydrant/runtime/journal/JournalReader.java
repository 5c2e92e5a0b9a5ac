package io.hydrant.runtime.journal;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.runtime.storage.ReadJournals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentPersistenceIdsQuery;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.StreamConverters;

/** Reads the journal while the node runs. */
public final class JournalReader {
  /**
   * The number of events that pass from one thread to another at a time; one by one is slower than
   * reading.
   */
  private static final int HANDED_OVER = 64;

  private final ActorSystem<?> system;
  private final CurrentPersistenceIdsQuery ids;
  private final CurrentEventsByPersistenceIdQuery events;

  /**
   * A stored event.
   *
   * @param number the event's number in its entity's history, from 1
   * @param metadata the call that caused the event; empty for Hydrant's own commands
   */
  public record Stored(long number, Event<?> event, Optional<EventMetadata> metadata) {
    private static Stored of(long number, Object stored) {
      EventEnvelope<?> envelope = (EventEnvelope<?>) stored;
      return new Stored(number, envelope.event(), envelope.metadata());
    }
  }

  public JournalReader(ActorSystem<?> system) {
    this.system = system;
    PersistenceQuery query = PersistenceQuery.get(system);
    String journal = ReadJournals.of(system);
    this.ids = query.getReadJournalFor(CurrentPersistenceIdsQuery.class, journal);
    this.events = query.getReadJournalFor(CurrentEventsByPersistenceIdQuery.class, journal);
  }

  /** Returns the ids of all entities, {@code TYPE|ID}, sorted. */
  public CompletionStage<List<String>> entities() {
    return ids.currentPersistenceIds()
        .filter(id -> id.indexOf('|') > 0)
        .runWith(Sink.seq(), system)
        .thenApply(ids -> ids.stream().sorted(Comparator.naturalOrder()).toList());
  }

  /**
   * Returns the events of an entity from one number to another, oldest first. They are read as they
   * are taken, a few ahead, and taking one waits for the journal. The caller closes the stream.
   */
  public Stream<Stored> history(String entity, long from, long to) {
    return events
        .currentEventsByPersistenceId(entity, from, to)
        .map(envelope -> Stored.of(envelope.sequenceNr(), envelope.event()))
        .grouped(HANDED_OVER)
        .runWith(
            StreamConverters.<List<Stored>>asJavaStream()
                .withAttributes(Attributes.inputBuffer(1, 1)),
            system)
        .flatMap(List::stream);
  }
}
