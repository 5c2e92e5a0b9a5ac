package io.hydrant.replay.projection;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Several histories as one, by their times, with one event of each in memory. Arrivals of records
 * are left out.
 */
public final class TimelineMerge implements AutoCloseable {
  private final List<Open> open = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparing((Head head) -> head.step().at()).thenComparing(Head::place));

  /** What is closed at the end. */
  @FunctionalInterface
  private interface Open {
    void close();
  }

  /** The next step of one of the histories. */
  private record Head(
      JournalView.Step step, int place, Supplier<Optional<? extends JournalView.Step>> rest) {}

  /** What happens at the same instant stays in the order in which the histories are added. */
  public TimelineMerge add(JournalSource journal, String entity) {
    Cursor cursor = journal.open(entity);
    open.add(cursor::close);
    return add(open.size(), () -> nextShown(cursor));
  }

  /** A stream with all that belongs to it, and the refused calls that named it or a key of it. */
  public TimelineMerge addStream(JournalSource journal, String stream) {
    RelatedEntities related = new RelatedEntities(stream);
    journal.history(stream, stored -> related.see(EventDecoder.event(stored)));
    add(journal, stream);
    related.entities().forEach(entity -> add(journal, entity));
    return add(related.of(journal.refusedCalls()));
  }

  /** The same of the journal of a running node. */
  public TimelineMerge add(JournalView journal, String entity) {
    Stream<JournalView.Happened> history = journal.history(entity);
    open.add(history::close);
    Iterator<JournalView.Happened> events = history.iterator();
    return add(open.size(), () -> nextShown(events));
  }

  /** Steps that are known already, in the order of their times. */
  public TimelineMerge add(List<? extends JournalView.Step> steps) {
    var rest = steps.iterator();
    return add(
        Integer.MAX_VALUE, () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty());
  }

  private TimelineMerge add(int place, Supplier<Optional<? extends JournalView.Step>> rest) {
    rest.get().ifPresent(step -> heads.add(new Head(step, place, rest)));
    return this;
  }

  private static Optional<JournalView.Entry> nextShown(Cursor cursor) {
    Optional<StoredEvent> event = cursor.next();
    while (event.isPresent() && !RelatedEntities.isTold(event.get().name())) {
      event = cursor.next();
    }
    return event.map(EventDecoder::read);
  }

  private static Optional<JournalView.Entry> nextShown(Iterator<JournalView.Happened> events) {
    while (events.hasNext()) {
      JournalView.Happened event = events.next();
      if (RelatedEntities.isTold(event.name())) {
        return Optional.of(event.entry());
      }
    }
    return Optional.empty();
  }

  public void each(Consumer<JournalView.Step> consumer) {
    while (!heads.isEmpty()) {
      Head first = heads.remove();
      consumer.accept(first.step());
      add(first.place(), first.rest());
    }
  }

  @Override
  public void close() {
    open.forEach(Open::close);
  }
}
