package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a part of a journal, as a node hands it out, while it arrives. */
public final class PartReader {
  private PartReader() {}

  /** The content of a part. Its events are kept as text until they are needed. */
  public record Part(List<ExportedEvent> events, List<AuditEntry> refusedCalls) {}

  /**
   * Reads to the end.
   *
   * @throws UnreadableJournalException where a line is damaged or the end is missing
   */
  public static Part read(InputStream in) throws IOException {
    List<ExportedEvent> events = new ArrayList<>();
    List<AuditEntry> refusedCalls = new ArrayList<>();
    pass(in, new HandedOn(events::add, refusedCalls::add));
    return new Part(events, refusedCalls);
  }

  /**
   * Hands each event over when its line is there, and holds none.
   *
   * @throws UnreadableJournalException where a line is damaged or the end is missing; the events
   *     before that have been handed over
   */
  public static void each(InputStream in, Consumer<StoredEvent> each) throws IOException {
    pass(in, new HandedOn(event -> each.accept(event.stored()), call -> {}));
  }

  private static void pass(InputStream in, ExportSink sink) throws IOException {
    List<String> findings = new ArrayList<>();
    ArchiveScan scan = new ArchiveScan(sink, true, findings);
    try (OffsetLineReader lines = new OffsetLineReader(in)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        scan.line(line, lines.beginning());
        requireSound(findings);
      }
    }
    scan.end();
    requireSound(findings);
  }

  private static void requireSound(List<String> findings) {
    if (!findings.isEmpty()) {
      throw new UnreadableJournalException("The node's answer is damaged. " + findings.get(0));
    }
  }

  private static final class HandedOn implements ExportSink {
    private final Consumer<ExportedEvent> events;
    private final Consumer<AuditEntry> refusedCalls;
    private final Set<String> entities = new HashSet<>();

    HandedOn(Consumer<ExportedEvent> events, Consumer<AuditEntry> refusedCalls) {
      this.events = events;
      this.refusedCalls = refusedCalls;
    }

    @Override
    public boolean begins(String entity, long offset) {
      return entities.add(entity);
    }

    @Override
    public void event(ObjectNode event) {
      events.accept(new ExportedEvent(event));
    }

    @Override
    public void refused(AuditEntry call) {
      refusedCalls.accept(call);
    }
  }
}
