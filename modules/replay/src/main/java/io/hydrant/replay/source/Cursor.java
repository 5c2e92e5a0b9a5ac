package io.hydrant.replay.source;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** A position in an entity's history, which moves forward event by event. */
public interface Cursor extends AutoCloseable {
  /**
   * Returns the next event; empty at the end.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  Optional<StoredEvent> next();

  /** Passes the remaining events to the consumer, one by one. */
  default void each(Consumer<StoredEvent> consumer) {
    for (Optional<StoredEvent> event = next(); event.isPresent(); event = next()) {
      consumer.accept(event.get());
    }
  }

  @Override
  void close();

  /**
   * Returns a cursor over the events of an iterator.
   *
   * @param close releases what the iterator reads from
   */
  static Cursor of(Iterator<? extends StoredEvent> events, Runnable close) {
    return new Cursor() {
      @Override
      public Optional<StoredEvent> next() {
        return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }

  /** Returns a cursor over events that are in memory. */
  static Cursor of(Iterable<? extends StoredEvent> events) {
    return of(events.iterator(), () -> {});
  }

  /** Returns this cursor without the events up to a number, and with at most so many. */
  default Cursor part(long after, int max) {
    Cursor all = this;
    return new Cursor() {
      private int returned;

      @Override
      public Optional<StoredEvent> next() {
        Optional<StoredEvent> event = returned < max ? all.next() : Optional.empty();
        while (event.isPresent() && event.get().number() <= after) {
          event = all.next();
        }
        returned++;
        return event;
      }

      @Override
      public void close() {
        all.close();
      }
    };
  }
}
