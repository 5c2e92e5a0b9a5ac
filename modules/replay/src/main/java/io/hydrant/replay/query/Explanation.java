package io.hydrant.replay.query;

import io.hydrant.core.id.RecordId;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Explains the result of a call in sentences. */
public final class Explanation {
  private Explanation() {}

  /**
   * @param stream the stream's entity id
   * @param id a refused call's request id, or an accepted record's id
   */
  public static List<String> tell(JournalSource journal, String stream, String id) {
    Optional<AuditEntry> refused =
        journal.refusedCalls().stream().filter(call -> call.requestId().equals(id)).findFirst();
    if (refused.isPresent()) {
      return FailureExplanation.tell(journal, stream, refused.get());
    }
    OptionalLong position = RecordId.position(id);
    if (position.isPresent()) {
      return RecordTrace.tell(journal, stream, position.getAsLong());
    }
    throw new UnreadableJournalException(
        id
            + " is neither the request id of a refused call that is kept nor the id of a record."
            + " Calls that were not refused are found by `hydrant journal search`.");
  }
}
