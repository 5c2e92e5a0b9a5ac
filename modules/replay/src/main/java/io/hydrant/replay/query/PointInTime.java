package io.hydrant.replay.query;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment of a history: after an event, at a time, or, with neither, at its end.
 *
 * @param number the number of the last event that counts
 * @param time the time after which events do not count
 */
public record PointInTime(Optional<Long> number, Optional<Instant> time) {
  public static final PointInTime END = new PointInTime(Optional.empty(), Optional.empty());

  public static PointInTime after(long number) {
    return new PointInTime(Optional.of(number), Optional.empty());
  }

  /** Returns false where neither this event counts nor any after it. */
  boolean mayInclude(StoredEvent stored) {
    return number.stream().allMatch(last -> stored.number() <= last);
  }

  boolean includes(DecodedEvent stored) {
    return mayInclude(stored) && time.stream().noneMatch(stored.at()::isAfter);
  }

  /** Returns the reason why the history that led to a state has no such moment. */
  public Optional<ServiceError> refusal(State reached) {
    return number
        .filter(asked -> asked != reached.number())
        .map(
            asked ->
                reached.events() == 0
                    ? QueryErrors.trimmed(reached.entity(), asked)
                    : QueryErrors.beyond(reached.entity(), asked, reached.number()));
  }
}
