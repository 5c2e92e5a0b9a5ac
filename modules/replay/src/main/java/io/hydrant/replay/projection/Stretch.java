package io.hydrant.replay.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One step of a timeline and the steps around it. The timeline itself is read step by step and is
 * never held: it could be endless.
 *
 * @param steps the chosen step and at most {@link #AROUND} before and after it
 * @param first the place of the first of these steps in the timeline, from 1
 * @param at the place of the chosen step; 0 where the timeline is empty
 * @param size the length of the timeline
 */
public record Stretch(List<TimelineStep> steps, long first, long at, long size) {
  /** The number of steps that are held before, and after, the chosen one. */
  public static final int AROUND = 200;

  public Stretch {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a timeline to its end.
   *
   * @param wanted the place of the step that is chosen; the last one without it, or where there are
   *     not so many
   * @param until receives each step up to the chosen one
   */
  public static Stretch of(
      TimelineMerge timeline, Optional<Integer> wanted, Consumer<TimelineStep> until) {
    Reading reading =
        new Reading(wanted.map(place -> Math.max(1L, place)).orElse(Long.MAX_VALUE), until);
    timeline.each(reading::see);
    return reading.done();
  }

  /** Returns the place of the last step that is held. */
  public long last() {
    return first + steps.size() - 1;
  }

  /** Returns the step at that place, which must be held. */
  public TimelineStep step(long place) {
    return steps.get(Math.toIntExact(place - first));
  }

  private static final class Reading {
    private final long wanted;
    private final Consumer<TimelineStep> until;
    private final Deque<TimelineStep> held = new ArrayDeque<>();
    private long first = 1;
    private long at;
    private long size;

    Reading(long wanted, Consumer<TimelineStep> until) {
      this.wanted = wanted;
      this.until = until;
    }

    void see(TimelineStep step) {
      size++;
      if (size <= wanted) {
        at = size;
        until.accept(step);
        held.add(step);
        if (held.size() > AROUND + 1) {
          held.remove();
          first++;
        }
      } else if (size - wanted <= AROUND) {
        held.add(step);
      }
    }

    Stretch done() {
      return new Stretch(List.copyOf(held), first, at, size);
    }
  }
}
