package io.hydrant.server;

import io.hydrant.core.id.Bytes;
import io.hydrant.journal.EventCodec;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.FolderAudit;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.Snapshots;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.runtime.journal.JournalReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The journal of this node while it runs; its methods wait for the journal's answers. */
record LiveJournal(JournalReader reader, DataFolder folder) implements JournalSource {
  @Override
  public List<String> entities() {
    return reader.entities().toCompletableFuture().join();
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    part(entity, 0, Integer.MAX_VALUE, each);
  }

  @Override
  public void part(String entity, long after, int max, Consumer<StoredEvent> each) {
    Optional<StoredEvent> carriedOver =
        new Snapshots(folder.snapshots())
            .newest(entity)
            .filter(stored -> stored.number() > after && max > 0);
    carriedOver.ifPresent(each);
    int left = carriedOver.isPresent() ? max - 1 : max;
    if (left == 0) {
      return;
    }
    long from = carriedOver.map(StoredEvent::number).orElse(after) + 1;
    reader
        .each(
            entity,
            from,
            from + left - 1,
            stored ->
                each.accept(
                    new StoredEvent(
                        entity,
                        stored.number(),
                        EventCodec.name(stored.event()),
                        Bytes.wrap(EventCodec.encode(stored.event(), stored.metadata())))))
        .toCompletableFuture()
        .join();
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return FolderAudit.list(folder.audit());
  }

  @Override
  public void close() {}
}
