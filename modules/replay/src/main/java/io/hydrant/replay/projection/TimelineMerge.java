package io.hydrant.replay.projection;

import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Merges several histories into one by their times. It holds one event of each history, and leaves
 * out the events that only say that records arrived.
 */
public final class TimelineMerge implements AutoCloseable {
  private static final String ARRIVALS = "buffer.records-appended/";

  private final List<Cursor> open = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparing((Head head) -> head.step().at()).thenComparing(Head::place));

  /** The next step of one of the histories. */
  private record Head(
      TimelineStep step, int place, Supplier<Optional<? extends TimelineStep>> rest) {}

  /** Adds a history. Steps of the same time come in the order in which histories were added. */
  public TimelineMerge add(JournalSource journal, String entity) {
    Cursor cursor = journal.open(entity);
    open.add(cursor);
    return add(open.size(), () -> nextShown(cursor));
  }

  /** Adds a stream, what belongs to it, and the refused calls that named it or one of its keys. */
  public TimelineMerge addStream(JournalSource journal, RelatedEntities related) {
    add(journal, related.stream());
    related.entities().forEach(entity -> add(journal, entity));
    return add(related.of(journal.refusedCalls()));
  }

  /** Adds steps that are in the order of their times. */
  public TimelineMerge add(List<? extends TimelineStep> steps) {
    var rest = steps.iterator();
    return add(
        Integer.MAX_VALUE, () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty());
  }

  private TimelineMerge add(int place, Supplier<Optional<? extends TimelineStep>> rest) {
    rest.get().ifPresent(step -> heads.add(new Head(step, place, rest)));
    return this;
  }

  private static Optional<TimelineStep> nextShown(Cursor cursor) {
    Optional<StoredEvent> event = cursor.next();
    while (event.filter(stored -> stored.name().startsWith(ARRIVALS)).isPresent()) {
      event = cursor.next();
    }
    return event.map(stored -> new TimelineStep.Happened(stored.decoded()));
  }

  /** Passes all steps to the consumer in the order of their times. */
  public void each(Consumer<TimelineStep> consumer) {
    while (!heads.isEmpty()) {
      Head first = heads.remove();
      consumer.accept(first.step());
      add(first.place(), first.rest());
    }
  }

  @Override
  public void close() {
    open.forEach(Cursor::close);
  }
}
