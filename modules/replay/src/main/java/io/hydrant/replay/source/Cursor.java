package io.hydrant.replay.source;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** A place in an entity's history, moving on event by event; the journal closes after it. */
public interface Cursor extends AutoCloseable {
  /**
   * The next event; empty at the end.
   *
   * @throws UnreadableJournalException where the journal is damaged
   */
  Optional<StoredEvent> next();

  /** What is left, event by event. */
  default void each(Consumer<StoredEvent> consumer) {
    for (Optional<StoredEvent> event = next(); event.isPresent(); event = next()) {
      consumer.accept(event.get());
    }
  }

  @Override
  void close();

  /** Over events that are held already. */
  static Cursor of(Iterable<StoredEvent> events) {
    Iterator<StoredEvent> rest = events.iterator();
    return new Cursor() {
      @Override
      public Optional<StoredEvent> next() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
      }

      @Override
      public void close() {
        // Nothing is held open.
      }
    };
  }
}
