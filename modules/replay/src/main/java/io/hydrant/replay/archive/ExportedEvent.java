package io.hydrant.replay.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;

/**
 * A line's event. Its stored form is made where it is asked for: zeros stand for the data of
 * records in it, so it may be much longer than the line.
 */
public final class ExportedEvent {
  private final ObjectNode line;

  ExportedEvent(ObjectNode line) {
    this.line = line;
  }

  /** Its place in its entity's history. */
  public long number() {
    return line.path("number").asLong();
  }

  /**
   * The form in a journal.
   *
   * @throws UnreadableJournalException where something is missing
   */
  public StoredEvent stored() {
    try {
      return ArchivedEvent.read(line);
    } catch (DamagedLineException e) {
      throw new UnreadableJournalException("An event is damaged: " + e.getMessage() + ".", e);
    }
  }
}
