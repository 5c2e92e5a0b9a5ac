package io.hydrant.replay.archive;

import io.hydrant.journal.EventCodec;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.projection.EventDecoder;
import io.hydrant.replay.projection.StateFold;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Is every event whole, in its place, possible, and written as this version writes it? */
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
      findings.add(entity + ": no entity of Hydrant's.");
    }
  }

  /**
   * @param events that were looked at
   * @param findings each a sentence with its place
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
      JournalView.Entry entry = EventDecoder.read(stored);
      if (before < 0 && stored.number() != 1 && !entry.event().isSnapshot()) {
        found(stored, "is the first that is there");
      }
      if (EventCodec.name(entry.event()).equals(stored.name())
          && !Arrays.equals(
              EventCodec.encode(entry.event(), entry.metadata()), stored.bytes().unsafeArray())) {
        found(stored, "is not written as this version writes it");
      }
      fold.ifPresent(running -> running.apply(entry.event()));
    } catch (UnreadableJournalException e) {
      findings.add(e.getMessage());
      fold = Optional.empty();
    } catch (IllegalStateException | ClassCastException e) {
      found(stored, "cannot have followed: " + e.getMessage());
      // What comes after it was folded upon it.
      fold = Optional.empty();
    }
  }

  private void found(StoredEvent stored, String what) {
    findings.add(
        "Event " + stored.number() + " of " + entity + " (" + stored.name() + ") " + what + ".");
  }
}
