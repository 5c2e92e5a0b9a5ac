package io.hydrant.replay.fold;

import io.hydrant.replay.JournalView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of several entities, and refused calls, in the order of their times.
 *
 * @param steps those of one entity in the order of its history
 */
public record Timeline(List<JournalView.Step> steps) {
  public Timeline {
    steps = List.copyOf(steps);
  }

  /** What happened at the same instant stays in the order of the lists. */
  public static Timeline of(List<? extends List<? extends JournalView.Step>> histories) {
    List<JournalView.Step> all = new ArrayList<>();
    histories.forEach(all::addAll);
    all.sort(Comparator.comparing(JournalView.Step::at));
    return new Timeline(all);
  }

  public int size() {
    return steps.size();
  }

  /** Up to that step, from 1. */
  public Timeline until(int step) {
    return new Timeline(steps.subList(0, Math.min(step, steps.size())));
  }

  /** The part that belongs to one entity. */
  public List<JournalView.Entry> of(String entity) {
    return steps.stream()
        .filter(JournalView.Entry.class::isInstance)
        .map(JournalView.Entry.class::cast)
        .filter(entry -> entry.entity().equals(entity))
        .toList();
  }
}
