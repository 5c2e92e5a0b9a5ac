package io.hydrant.server;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.AuditTrail;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A journal that nodes share, with the calls that this one has refused. */
record NodeJournal(JournalSource shared, Path audit) implements JournalSource {
  @Override
  public List<String> entities() {
    return shared.entities();
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    shared.history(entity, each);
  }

  @Override
  public Cursor open(String entity) {
    return shared.open(entity);
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return AuditTrail.list(audit);
  }

  @Override
  public void close() {
    shared.close();
  }
}
