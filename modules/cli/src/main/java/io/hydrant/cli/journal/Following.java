package io.hydrant.cli.journal;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.RelatedEntities;
import io.hydrant.replay.projection.TimelineMerge;
import io.hydrant.replay.projection.TimelineStep;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A stream's timeline that grows. It keeps the position of each history and asks the node for the
 * events after it.
 */
final class Following {
  private final RemoteJournal node;
  private final String stream;
  private final RelatedEntities related;
  private final Map<String, Long> positions = new HashMap<>();
  private long known;
  private String refused = "";

  /**
   * @param stream its entity id
   */
  Following(RemoteJournal node, String stream) {
    this.node = node;
    this.stream = stream;
    this.related = new RelatedEntities(stream);
  }

  /** Passes what is new since the last poll to the consumer, in the order of the times. */
  void poll(Consumer<TimelineStep> each) {
    see();
    try (NewEvents news = new NewEvents();
        TimelineMerge merge = new TimelineMerge()) {
      merge.add(news, stream);
      related.entities().forEach(entity -> merge.add(news, entity));
      merge.add(newlyRefused());
      merge.each(each);
    }
  }

  /**
   * Finds what belongs to the stream now. It has a position of its own: what is stored between this
   * and the reading of the timeline is found at the next poll.
   */
  private void see() {
    try (NodeCursor own = new NodeCursor(node, stream, known)) {
      own.each(stored -> related.see(stored.decoded().event()));
      known = own.position();
    }
  }

  private List<TimelineStep.Refused> newlyRefused() {
    List<AuditEntry> calls = new ArrayList<>(node.refusedCalls(refused));
    if (!calls.isEmpty()) {
      refused = calls.get(calls.size() - 1).requestId();
    }
    calls.sort(Comparator.comparing(AuditEntry::at));
    return related.of(calls);
  }

  /** The part of the node's journal after the positions, which move forward when it is closed. */
  private final class NewEvents implements JournalSource {
    private final Map<String, NodeCursor> open = new HashMap<>();

    @Override
    public Cursor open(String entity, long after, int max) {
      NodeCursor cursor = new NodeCursor(node, entity, positions.getOrDefault(entity, 0L));
      open.put(entity, cursor);
      return cursor;
    }

    @Override
    public List<String> entities() {
      return node.entities();
    }

    @Override
    public List<AuditEntry> refusedCalls() {
      return node.refusedCalls();
    }

    @Override
    public void close() {
      open.forEach((entity, cursor) -> positions.put(entity, cursor.position()));
    }
  }
}
