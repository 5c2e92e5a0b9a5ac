package io.hydrant.replay.tell;

import io.hydrant.replay.JournalView;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment of a history: after an event, or at a time; neither: its end.
 *
 * @param number of the last event that counts
 * @param time events after it do not count
 */
public record Moment(Optional<Long> number, Optional<Instant> time) {
  public static final Moment END = new Moment(Optional.empty(), Optional.empty());

  public static Moment after(long number) {
    return new Moment(Optional.of(number), Optional.empty());
  }

  boolean includes(JournalView.Entry entry) {
    return number.stream().allMatch(last -> entry.number() <= last)
        && time.stream().allMatch(last -> !entry.event().at().isAfter(last));
  }
}
