package io.hydrant.replay.fold;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A journal at rest, seen as a running node's is: with whole histories. */
public record SourceView(JournalSource journal) implements JournalView {
  @Override
  public CompletionStage<List<String>> entities() {
    return CompletableFuture.completedFuture(journal.entities());
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return journal.refusedCalls();
  }

  @Override
  public CompletionStage<List<Entry>> history(String entity) {
    List<Entry> history = new ArrayList<>();
    Entries.each(journal, entity, history::add);
    return CompletableFuture.completedFuture(history);
  }
}
