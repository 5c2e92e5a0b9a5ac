package io.hydrant.cli.journal;

import io.hydrant.replay.archive.ExportedEvent;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.StoredEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An entity's history at a running node, fetched page by page. */
final class NodeCursor implements Cursor {
  static final int PAGE = 500;

  private final RemoteJournal node;
  private final String entity;
  private final Deque<ExportedEvent> page = new ArrayDeque<>();
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
      List<ExportedEvent> events = node.part(entity, fetched, PAGE).events();
      page.addAll(events);
      ended = events.size() < PAGE;
      if (!events.isEmpty()) {
        fetched = events.get(events.size() - 1).number();
      }
    }
    Optional<ExportedEvent> event = Optional.ofNullable(page.poll());
    event.ifPresent(read -> after = read.number());
    return event.map(ExportedEvent::stored);
  }

  /** The number of the event that was read last. */
  long position() {
    return after;
  }

  @Override
  public void close() {
    page.clear();
  }
}
