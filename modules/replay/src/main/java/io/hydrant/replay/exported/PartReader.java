package io.hydrant.replay.exported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    List<String> findings = new ArrayList<>();
    Collected collected = new Collected();
    Scan scan = new Scan(collected, true, findings);
    try (Lines lines = new Lines(in)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        scan.line(line, lines.beginning());
      }
    }
    scan.end();
    if (!findings.isEmpty()) {
      throw new UnreadableJournalException("The node's answer is damaged. " + findings.get(0));
    }
    return new Part(collected.events, collected.refusedCalls);
  }

  private static final class Collected implements ExportSink {
    private final List<ExportedEvent> events = new ArrayList<>();
    private final List<AuditEntry> refusedCalls = new ArrayList<>();
    private final Set<String> entities = new HashSet<>();

    @Override
    public boolean begins(String entity, long offset) {
      return entities.add(entity);
    }

    @Override
    public void event(ObjectNode event) {
      events.add(new ExportedEvent(event));
    }

    @Override
    public void refused(AuditEntry call) {
      refusedCalls.add(call);
    }
  }
}
