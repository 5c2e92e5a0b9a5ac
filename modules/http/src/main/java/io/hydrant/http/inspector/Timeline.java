package io.hydrant.http.inspector;

import io.hydrant.http.JournalView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of several entities in the order of their times.
 *
 * @param entries of one entity in the order of its history
 */
record Timeline(List<JournalView.Entry> entries) {
  Timeline {
    entries = List.copyOf(entries);
  }

  /** What happened at the same instant stays in the order of the lists. */
  static Timeline of(List<List<JournalView.Entry>> histories) {
    List<JournalView.Entry> all = new ArrayList<>();
    histories.forEach(all::addAll);
    all.sort(Comparator.comparing(entry -> entry.event().at()));
    return new Timeline(all);
  }

  int size() {
    return entries.size();
  }

  /** Up to that step, from 1. */
  Timeline until(int step) {
    return new Timeline(entries.subList(0, Math.min(step, entries.size())));
  }

  /** The part that belongs to one entity. */
  List<JournalView.Entry> of(String entity) {
    return entries.stream().filter(entry -> entry.entity().equals(entity)).toList();
  }
}
