package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a part of a journal, as a node sends it, while it arrives. */
public final class PartReader implements Cursor {
  private final OffsetLineReader lines;
  private final List<String> findings = new ArrayList<>();
  private final Deque<StoredEvent> arrived = new ArrayDeque<>();
  private final List<AuditEntry> refusedCalls = new ArrayList<>();
  private final ArchiveScan scan = new ArchiveScan(new Arrivals(), true, findings);

  /** The content of a part. The stored forms of its events are made on demand. */
  public record Part(List<StoredEvent> events, List<AuditEntry> refusedCalls) {}

  /** Reads from a node's answer, and closes it at the end. */
  public PartReader(InputStream in) {
    this.lines = new OffsetLineReader(in);
  }

  /**
   * Reads a part to its end.
   *
   * @throws UnreadableJournalException where a line is damaged or the end is missing
   */
  public static Part read(InputStream in) {
    try (PartReader reader = new PartReader(in)) {
      List<StoredEvent> events = new ArrayList<>();
      reader.each(events::add);
      return new Part(events, reader.refusedCalls);
    }
  }

  /**
   * Returns the next event when its line has arrived.
   *
   * @throws UnreadableJournalException where a line is damaged or the end is missing
   */
  @Override
  public Optional<StoredEvent> next() {
    try {
      while (arrived.isEmpty()) {
        String line = lines.next();
        if (line == null) {
          scan.end();
          requireSound();
          return Optional.empty();
        }
        scan.line(line, lines.beginning());
        requireSound();
      }
      return Optional.of(arrived.remove());
    } catch (IOException e) {
      throw new UnreadableJournalException("The node's answer breaks off.", e);
    }
  }

  private void requireSound() {
    if (!findings.isEmpty()) {
      throw new UnreadableJournalException("The node's answer is damaged. " + findings.get(0));
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UnreadableJournalException("The node's answer breaks off.", e);
    }
  }

  private final class Arrivals implements ExportSink {
    private final Set<String> entities = new HashSet<>();

    @Override
    public boolean begins(String entity, long offset) {
      return entities.add(entity);
    }

    @Override
    public void event(ObjectNode event) {
      arrived.add(ExportedEvent.read(event));
    }

    @Override
    public void refused(AuditEntry call) {
      refusedCalls.add(call);
    }
  }
}
