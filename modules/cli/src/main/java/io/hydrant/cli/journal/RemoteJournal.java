package io.hydrant.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.replay.archive.PartReader;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal of a node that runs. Only what is asked for is fetched, a page of events at a time,
 * and nothing is written to a file.
 */
final class RemoteJournal implements JournalSource {
  static final String JOURNAL = "/_hydrant/journal";

  private final NodeCalls calls;

  RemoteJournal(URI node) {
    this.calls = new NodeCalls(node);
  }

  @Override
  public List<String> entities() {
    JsonNode answer = calls.get(JOURNAL + "/entities", Json.MAPPER::readTree);
    if (!answer.path("entities").isArray()) {
      throw new UnreadableJournalException("The node's answer does not name its entities.");
    }
    return Json.texts(answer, "entities");
  }

  /** At most {@code limit} events with numbers above {@code after}. */
  PartReader.Part part(String entity, long after, int limit) {
    return calls.get(
        JOURNAL
            + "?entity="
            + URLEncoder.encode(entity, UTF_8)
            + "&after="
            + after
            + "&limit="
            + limit,
        PartReader::read);
  }

  /** All events of an entity from one answer, each handed over when it arrives. */
  void wholeHistory(String entity, Consumer<StoredEvent> each) {
    calls.get(
        JOURNAL + "?entity=" + URLEncoder.encode(entity, UTF_8),
        in -> {
          PartReader.each(in, each);
          return entity;
        });
  }

  /** A node hands out no data of records. */
  @Override
  public boolean hasRecords() {
    return false;
  }

  /**
   * The calls that were refused after that one, in the order in which they were kept.
   *
   * @param requestId empty for all that are kept
   */
  List<AuditEntry> refusedCalls(String requestId) {
    return calls
        .get(JOURNAL + "?refused-after=" + URLEncoder.encode(requestId, UTF_8), PartReader::read)
        .refusedCalls();
  }

  @Override
  public Cursor open(String entity) {
    return new NodeCursor(this, entity, 0);
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    try (Cursor cursor = open(entity)) {
      cursor.each(each);
    }
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    List<AuditEntry> kept = new ArrayList<>(refusedCalls(""));
    kept.sort(Comparator.comparing(AuditEntry::at));
    return kept;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
