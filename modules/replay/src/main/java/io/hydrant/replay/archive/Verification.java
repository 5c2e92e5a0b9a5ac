package io.hydrant.replay.archive;

import io.hydrant.journal.EventCodec;
import io.hydrant.replay.projection.StateFold;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks that every event is complete, in its place, possible and in the form that this version
 * writes.
 */
public final class Verification {
  private final String entity;
  private final List<String> findings = new ArrayList<>();
  private Optional<? extends StateFold<?, ?>> fold;
  private long events;
  private long last = -1;

  private Verification(String entity) {
    this.entity = entity;
    this.fold = StateFold.of(entity);
    if (fold.isEmpty()) {
      findings.add(entity + ": not an entity of Hydrant.");
    }
  }

  /**
   * @param events the number of events that were checked
   * @param findings a sentence for each problem, with its place
   */
  public record Result(String entity, long events, List<String> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  public static Result of(JournalSource journal, String entity) {
    Verification verification = new Verification(entity);
    try {
      journal.history(entity, verification::event);
    } catch (UnreadableJournalException e) {
      verification.findings.add(entity + ": " + e.getMessage());
    }
    return new Result(entity, verification.events, verification.findings);
  }

  private void event(StoredEvent stored) {
    events++;
    long before = last;
    last = stored.number();
    if (before >= 0 && stored.number() != before + 1) {
      found(stored, "follows event " + before);
    }
    try {
      DecodedEvent entry = stored.decoded();
      if (before < 0 && stored.number() != 1 && !entry.event().isSnapshot()) {
        found(stored, "is the first that is there");
      }
      if (EventCodec.name(entry.event()).equals(stored.name())
          && !Arrays.equals(entry.bytes().unsafeArray(), stored.bytes().unsafeArray())) {
        found(stored, "is not written as this version writes it");
      }
      fold.ifPresent(running -> running.apply(entry.event()));
    } catch (UnreadableJournalException e) {
      findings.add(e.getMessage());
      fold = Optional.empty();
    } catch (IllegalStateException | ClassCastException e) {
      found(stored, "cannot have followed: " + e.getMessage());
      // Later events build on this one.
      fold = Optional.empty();
    }
  }

  private void found(StoredEvent stored, String what) {
    findings.add(
        "Event " + stored.number() + " of " + entity + " (" + stored.name() + ") " + what + ".");
  }
}
