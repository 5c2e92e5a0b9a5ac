package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.ReadWatch;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A journal that {@link JournalExport} wrote. One pass at the opening checks every line and
 * remembers where each entity's lines begin; histories are read from the file.
 */
public final class ExportedJournal implements JournalSource {
  private final Path file;
  private final Map<String, Long> beginnings = new TreeMap<>();
  private final List<AuditEntry> refusedCalls = new ArrayList<>();
  private boolean withRecords;

  private ExportedJournal(Path file) {
    this.file = file;
  }

  /**
   * @throws UnreadableJournalException for a foreign, damaged or incomplete file, with the first
   *     place that is wrong
   */
  public static ExportedJournal open(Path file) {
    return open(file, ReadWatch.NONE);
  }

  /**
   * Opens a file and reports the progress.
   *
   * @throws UnreadableJournalException as above
   */
  public static ExportedJournal open(Path file, ReadWatch watch) {
    List<String> findings = new ArrayList<>();
    ExportedJournal journal = scan(file, findings, watch);
    if (!findings.isEmpty()) {
      throw new UnreadableJournalException(
          findings.get(0)
              + (findings.size() > 1 ? " And " + (findings.size() - 1) + " more." : "")
              + " `hydrant journal verify` lists all findings.");
    }
    return journal;
  }

  /** Reads a file as far as possible and adds a sentence with its line for each problem. */
  public static ExportedJournal scan(Path file, List<String> findings, ReadWatch watch) {
    ExportedJournal journal = new ExportedJournal(file);
    ArchiveScan scan = new ArchiveScan(journal.new Index(), false, findings);
    try (InputStream in = Files.newInputStream(file);
        OffsetLineReader lines = new OffsetLineReader(in)) {
      double size = Math.max(1, Files.size(file));
      for (String line = lines.next(); line != null; line = lines.next()) {
        scan.line(line, lines.beginning());
        watch.read(OptionalDouble.of(lines.beginning() / size));
      }
    } catch (IOException e) {
      throw new UnreadableJournalException(
          "The file " + file + " cannot be read: " + e.getMessage(), e);
    }
    scan.end();
    return journal;
  }

  /** Keeps the offsets of histories, not their events. */
  private final class Index implements ExportSink {
    @Override
    public void head(boolean records) {
      withRecords = records;
    }

    @Override
    public boolean begins(String entity, long offset) {
      return beginnings.putIfAbsent(entity, offset) == null;
    }

    @Override
    public void event(ObjectNode event) {
      // Histories are read from the file.
    }

    @Override
    public void refused(AuditEntry call) {
      refusedCalls.add(call);
    }
  }

  @Override
  public List<String> entities() {
    return List.copyOf(beginnings.keySet());
  }

  @Override
  public boolean hasRecords() {
    return withRecords;
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return List.copyOf(refusedCalls);
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    Long beginning = beginnings.get(entity);
    return beginning == null
        ? Cursor.of(List.of())
        : new FileCursor(file, entity, beginning).part(after, max);
  }

  @Override
  public void close() {}
}
