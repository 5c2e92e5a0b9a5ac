package io.hydrant.replay.fold;

import io.hydrant.replay.JournalView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of several entities in the order of their times.
 *
 * @param entries of one entity in the order of its history
 */
public record Timeline(List<JournalView.Entry> entries) {
  public Timeline {
    entries = List.copyOf(entries);
  }

  /** What happened at the same instant stays in the order of the lists. */
  public static Timeline of(List<List<JournalView.Entry>> histories) {
    List<JournalView.Entry> all = new ArrayList<>();
    histories.forEach(all::addAll);
    all.sort(Comparator.comparing(entry -> entry.event().at()));
    return new Timeline(all);
  }

  public int size() {
    return entries.size();
  }

  /** Up to that step, from 1. */
  public Timeline until(int step) {
    return new Timeline(entries.subList(0, Math.min(step, entries.size())));
  }

  /** The part that belongs to one entity. */
  public List<JournalView.Entry> of(String entity) {
    return entries.stream().filter(entry -> entry.entity().equals(entity)).toList();
  }
}
