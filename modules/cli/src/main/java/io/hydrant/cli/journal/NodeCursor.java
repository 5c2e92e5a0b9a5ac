package io.hydrant.cli.journal;

import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.StoredEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An entity's history on a running node, read page by page. */
final class NodeCursor implements Cursor {
  static final int PAGE = 500;

  private final RemoteJournal node;
  private final String entity;
  private final Deque<StoredEvent> page = new ArrayDeque<>();
  private long after;
  private long fetched;
  private boolean ended;

  /**
   * @param after the number of the event after which it begins
   */
  NodeCursor(RemoteJournal node, String entity, long after) {
    this.node = node;
    this.entity = entity;
    this.after = after;
    this.fetched = after;
  }

  @Override
  public Optional<StoredEvent> next() {
    if (page.isEmpty() && !ended) {
      List<StoredEvent> events = node.page(entity, fetched, PAGE);
      page.addAll(events);
      ended = events.size() < PAGE;
      if (!events.isEmpty()) {
        fetched = events.get(events.size() - 1).number();
      }
    }
    Optional<StoredEvent> event = Optional.ofNullable(page.poll());
    event.ifPresent(read -> after = read.number());
    return event;
  }

  /** Returns the number of the event that was read last. */
  long position() {
    return after;
  }

  @Override
  public void close() {
    page.clear();
  }
}
