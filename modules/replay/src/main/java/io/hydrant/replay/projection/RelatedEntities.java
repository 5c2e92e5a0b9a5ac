package io.hydrant.replay.projection;

import io.hydrant.core.entity.Event;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The entities that belong to a stream, found in the stream's own history. */
public final class RelatedEntities {
  private final String stream;
  private final int most;
  private final Set<String> keys = new LinkedHashSet<>();
  private int generations;
  private boolean keysLeftOut;

  /**
   * @param stream its entity id
   */
  public RelatedEntities(String stream) {
    this(stream, Integer.MAX_VALUE);
  }

  /**
   * @param most the number of generations and the number of keys that are kept, the newest ones; at
   *     least 1
   */
  private RelatedEntities(String stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  /** Reads the stream's history and finds all that belongs to it. */
  public static RelatedEntities find(JournalSource journal, String stream) {
    return find(journal, stream, Integer.MAX_VALUE);
  }

  /** Reads the stream's history and keeps the newest generations and keys. */
  public static RelatedEntities find(JournalSource journal, String stream, int most) {
    RelatedEntities related = new RelatedEntities(stream, most);
    journal.decoded(stream, stored -> related.see(stored.event()));
    return related;
  }

  /** Returns the entity id of the stream. */
  String stream() {
    return stream;
  }

  /** Takes the next event of the stream's history. */
  public void see(Event<?> event) {
    if (event instanceof StreamEvent.StreamCreated) {
      generations++;
    }
    if (event instanceof StreamEvent own) {
      own.keyRequest()
          .map(asked -> asked.target().keyArn())
          .flatMap(EntityIds::key)
          .ifPresent(this::add);
    }
  }

  private void add(String key) {
    keys.add(key);
    if (keys.size() > most) {
      keys.remove(keys.iterator().next());
      keysLeftOut = true;
    }
  }

  /** Returns true where there was more than could be kept. */
  public boolean isCut() {
    return keysLeftOut || generations > most;
  }

  /**
   * Returns the entity ids of its budgets, its buffers and all keys that it was to be encrypted
   * with.
   */
  public List<String> entities() {
    List<String> entities = new ArrayList<>();
    int first = Math.max(1, generations - most + 1);
    for (int generation = first; generation <= generations; generation++) {
      entities.add(EntityIds.budget(stream, generation));
      entities.add(EntityIds.buffer(stream, generation));
    }
    entities.addAll(keys);
    return entities;
  }

  /** Returns those of the refused calls that named the stream or one of its keys. */
  public List<TimelineStep.Refused> of(List<AuditEntry> calls) {
    StreamArn arn = EntityIds.streamArn(stream);
    return calls.stream()
        .filter(
            call ->
                call.concernsStream(arn.account(), arn.region(), arn.name().value())
                    || keys.stream()
                        .anyMatch(key -> call.concernsKey(key.substring(key.lastIndexOf('/') + 1))))
        .map(TimelineStep.Refused::new)
        .toList();
  }
}
