package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.audit.AuditEntry;
import java.util.List;

/** Checks the lines of a file: their form, their hashes, their order, the end. */
final class ArchiveScan {
  private final ExportSink sink;
  private final boolean partsAllowed;
  private final List<String> findings;
  private int number;
  private String hash = HashChain.START;
  private String entity = "";
  private long last;
  private long events;
  private boolean ended;

  /**
   * @param partsAllowed true where the lines may be a part of a journal
   */
  ArchiveScan(ExportSink sink, boolean partsAllowed, List<String> findings) {
    this.sink = sink;
    this.partsAllowed = partsAllowed;
    this.findings = findings;
  }

  void line(String text, long offset) {
    number++;
    try {
      ChainedLine line = ChainedLine.parse(text);
      boolean follows = line.follows(hash);
      hash = line.hash();
      if (!follows) {
        throw new DamagedLineException(
            "its hash does not follow from its text and the line before: one of the two was changed,"
                + " lost, doubled or moved");
      }
      read(line.object(), offset);
    } catch (DamagedLineException e) {
      findings.add("Line " + number + ": " + e.getMessage() + ".");
    }
  }

  private void read(ObjectNode object, long offset) {
    if (ended) {
      throw new DamagedLineException("it stands behind the end");
    }
    if (number == 1) {
      head(object);
    } else if (object.has("refusedCall")) {
      AuditEntry.of(object.path("refusedCall")).ifPresent(sink::refused);
    } else if (object.has("end")) {
      ended = true;
      if (object.path("events").asLong() != events) {
        throw new DamagedLineException(
            "the last line says "
                + object.path("events").asLong()
                + " events, but the file has "
                + events);
      }
    } else {
      event(object, offset);
    }
  }

  private void head(ObjectNode head) {
    if (!head.path("format").asText().equals(JournalExport.FORMAT)) {
      throw new DamagedLineException("this is no journal that Hydrant exported");
    }
    if (head.path("version").asInt() != JournalExport.VERSION) {
      throw new DamagedLineException(
          "the format has version "
              + head.path("version")
              + ", this Hydrant reads version "
              + JournalExport.VERSION);
    }
    if (head.path("part").asBoolean() && !partsAllowed) {
      throw new DamagedLineException("this is a part of a journal, not the whole of it");
    }
    sink.head(head.path("records").asBoolean());
  }

  private void event(ObjectNode object, long offset) {
    events++;
    String its = object.path("entity").asText();
    long place = object.path("number").asLong();
    if (!its.equals(entity)) {
      if (!sink.begins(its, offset)) {
        throw new DamagedLineException("the events of " + its + " do not stand together");
      }
    } else if (place != last + 1) {
      throw new DamagedLineException("event " + place + " of " + its + " follows event " + last);
    }
    entity = its;
    last = place;
    sink.event(object);
  }

  void end() {
    if (number == 0 || !ended) {
      findings.add(
          number == 0
              ? "The file is empty."
              : "The file ends after line " + number + " without its end.");
    }
  }
}
