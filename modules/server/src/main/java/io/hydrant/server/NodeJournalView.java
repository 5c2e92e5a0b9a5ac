package io.hydrant.server;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.AuditTrail;
import io.hydrant.runtime.journal.JournalReader;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The running node's journal and failed calls, as the inspector reads them. */
record NodeJournalView(JournalReader reader, AuditTrail audit) implements JournalView {
  @Override
  public List<AuditEntry> refusedCalls() {
    return audit.entries();
  }

  @Override
  public CompletionStage<List<String>> entities() {
    return Patience.with(reader.entities());
  }

  @Override
  public Stream<Happened> history(String entity) {
    return reader
        .history(entity)
        .map(each -> new Happened(entity, each.number(), each.event(), each.metadata()));
  }
}
