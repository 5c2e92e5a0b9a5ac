package io.hydrant.replay;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.EventDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A journal in memory as a running node reads it, which notes what is read and what is open. */
public final class LiveMemory implements JournalView {
  private final MemoryJournal journal;
  private final List<String> read = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private int mostOpen;

  public LiveMemory(MemoryJournal journal) {
    this.journal = journal;
  }

  /** The histories that were opened, in that order. */
  public List<String> read() {
    return List.copyOf(read);
  }

  public int open() {
    return open.get();
  }

  public int mostOpen() {
    return mostOpen;
  }

  @Override
  public CompletionStage<List<String>> entities() {
    return CompletableFuture.completedFuture(journal.entities());
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return List.of();
  }

  @Override
  public Stream<Happened> history(String entity) {
    read.add(entity);
    mostOpen = Math.max(mostOpen, open.incrementAndGet());
    List<Happened> events = new ArrayList<>();
    EventDecoder.each(
        journal,
        entity,
        entry -> events.add(new Happened(entity, entry.number(), entry.event(), entry.metadata())));
    return events.stream().onClose(open::decrementAndGet);
  }
}
