package io.hydrant.cli.journal;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal of a node that runs, each history read from one answer, so that it has no gap. An
 * event is handed over when it arrives. The reader must keep up: a node does not wait for one that
 * pauses for seconds.
 */
final class UnpagedNode implements JournalSource {
  private final RemoteJournal node;

  UnpagedNode(RemoteJournal node) {
    this.node = node;
  }

  @Override
  public List<String> entities() {
    return node.entities();
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    node.wholeHistory(entity, each);
  }

  @Override
  public boolean hasRecords() {
    return node.hasRecords();
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return node.refusedCalls();
  }

  @Override
  public void close() {
    node.close();
  }
}
