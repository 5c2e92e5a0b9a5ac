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

/**
 * The journal of a running node. Only the requested parts are read, and nothing is written to a
 * file.
 */
final class RemoteJournal implements JournalSource {
  static final String JOURNAL = "/_hydrant/journal";

  private final NodeCalls calls;
  private final boolean withoutGaps;

  /**
   * @param withoutGaps reads each history from one answer instead of pages. The reader must then be
   *     fast: a node does not wait for a reader that pauses for seconds.
   */
  RemoteJournal(URI node, boolean withoutGaps) {
    this.calls = new NodeCalls(node);
    this.withoutGaps = withoutGaps;
  }

  @Override
  public List<String> entities() {
    JsonNode answer = calls.get(JOURNAL + "/entities", Json.MAPPER::readTree);
    if (!answer.path("entities").isArray()) {
      throw new UnreadableJournalException("The node's answer does not name its entities.");
    }
    return Json.texts(answer, "entities");
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    return withoutGaps && after == 0
        ? new PartReader(calls.open(query(entity))).part(after, max)
        : new NodeCursor(this, entity, after).part(after, max);
  }

  /** Returns at most {@code limit} events with numbers above {@code after}. */
  List<StoredEvent> page(String entity, long after, int limit) {
    return calls
        .get(query(entity) + "&after=" + after + "&limit=" + limit, PartReader::read)
        .events();
  }

  private static String query(String entity) {
    return JOURNAL + "?entity=" + URLEncoder.encode(entity, UTF_8);
  }

  /** Returns false, since a node does not send the data of records. */
  @Override
  public boolean hasRecords() {
    return false;
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    List<AuditEntry> kept = new ArrayList<>(refusedCalls(""));
    kept.sort(Comparator.comparing(AuditEntry::at));
    return kept;
  }

  /**
   * Returns the calls that were refused after that one, in the order in which they were kept.
   *
   * @param requestId empty for all that are kept
   */
  List<AuditEntry> refusedCalls(String requestId) {
    return calls
        .get(JOURNAL + "?refused-after=" + URLEncoder.encode(requestId, UTF_8), PartReader::read)
        .refusedCalls();
  }

  @Override
  public void close() {
    // There is no open connection.
  }
}
