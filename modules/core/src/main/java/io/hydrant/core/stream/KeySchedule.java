package io.hydrant.core.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys under which records are sealed, each with the time from which on. "It can take up to 5
 * seconds after the encryption status changes to ENABLED before all records written … are
 * encrypted": a change that has been made reaches the records only when its propagation is over.
 *
 * @param changes in the order in which they were made; the first is in force already
 */
public record KeySchedule(List<Change> changes) {
  /** The schedule of a stream that was never encrypted. */
  public static final KeySchedule NONE = new KeySchedule(List.of());

  /**
   * @param key empty where records are stored in plaintext
   */
  public record Change(Instant from, Optional<KeyEpoch> key) {}

  public KeySchedule {
    changes = List.copyOf(changes);
  }

  /** Returns the key that a record is sealed under at that time. */
  public Optional<KeyEpoch> effectiveAt(Instant now) {
    return effective(now).stream().reduce((older, newer) -> newer).flatMap(Change::key);
  }

  /** Returns the key of the newest change, even before it has propagated. */
  public Optional<KeyEpoch> latest() {
    return changes.isEmpty() ? Optional.empty() : changes.get(changes.size() - 1).key();
  }

  /** Adds a change made at {@code now}; changes that it overtakes never come into force. */
  KeySchedule changing(Optional<KeyEpoch> key, Instant from, Instant now) {
    List<Change> effective = effective(now);
    List<Change> kept =
        new ArrayList<>(effective.subList(Math.max(0, effective.size() - 1), effective.size()));
    changes.stream()
        .filter(change -> change.from().isAfter(now) && change.from().isBefore(from))
        .forEach(kept::add);
    kept.add(new Change(from, key));
    return new KeySchedule(kept);
  }

  private List<Change> effective(Instant now) {
    return changes.stream().filter(change -> !now.isBefore(change.from())).toList();
  }
}
