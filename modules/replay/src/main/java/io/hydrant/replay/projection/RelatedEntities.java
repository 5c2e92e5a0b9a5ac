package io.hydrant.replay.projection;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.audit.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What belongs to a stream, found in the stream's own history, which it is shown. */
public final class RelatedEntities {
  private static final String ARRIVALS = "buffer.records-appended/";

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
   * @param most so many streams of that name and so many keys, the newest ones; at least 1
   */
  public RelatedEntities(String stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  public void see(Event<?> event) {
    if (event instanceof StreamEvent.StreamCreated) {
      generations++;
    }
    if (event instanceof StreamEvent own) {
      own.keyRequest()
          .map(asked -> asked.target().keyArn())
          .flatMap(KeyFold::entity)
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

  /** Whether there was more than could be kept. */
  public boolean isCut() {
    return keysLeftOut || generations > most;
  }

  /** The entity ids of its budgets, its buffers and the keys that it was ever to have. */
  public List<String> entities() {
    List<String> entities = new ArrayList<>();
    int first = Math.max(1, generations - most + 1);
    for (int generation = first; generation <= generations; generation++) {
      entities.add(budget(stream, generation));
      entities.add(buffer(stream, generation));
    }
    entities.addAll(keys);
    return entities;
  }

  /** Of refused calls, those that named the stream or one of its keys. */
  public List<JournalView.Refused> of(List<AuditEntry> calls) {
    StreamArn arn = StreamFold.arn(stream);
    return calls.stream()
        .filter(
            call ->
                call.concernsStream(arn.account(), arn.region(), arn.name().value())
                    || keys.stream()
                        .anyMatch(key -> call.concernsKey(key.substring(key.lastIndexOf('/') + 1))))
        .map(JournalView.Refused::new)
        .toList();
  }

  /** Whether a timeline tells of such an event; it leaves out the arrivals of records. */
  public static boolean isTold(String name) {
    return !name.startsWith(ARRIVALS);
  }

  public static String budget(String stream, int generation) {
    return EntityTypes.BUDGET.persistenceId(id(stream) + "/" + generation);
  }

  public static String buffer(String stream, int generation) {
    return EntityTypes.BUFFER.persistenceId(id(stream) + "/" + generation);
  }

  private static String id(String stream) {
    return EntityTypes.STREAM.id(stream);
  }
}
