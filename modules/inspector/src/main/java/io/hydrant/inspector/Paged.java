package io.hydrant.inspector;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number of the page, from 1
 * @param pages how many there are, 1 at least
 * @param total how long the whole list is
 */
record Paged<T>(List<T> items, int number, int pages, int total) {
  static final int SIZE = 50;

  /** The page with that number; the last one where there are not so many. */
  static <T> Paged<T> of(List<T> all, int number) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int page = Math.min(Math.max(1, number), pages);
    int from = (page - 1) * SIZE;
    return new Paged<>(
        all.subList(from, Math.min(all.size(), from + SIZE)), page, pages, all.size());
  }

  /** The same place in the list with other items. */
  <R> Paged<R> with(List<R> others) {
    return new Paged<>(others, number, pages, total);
  }

  /** For example {@code 51 to 100 of 120}. */
  String words() {
    int from = (number - 1) * SIZE;
    return (from + 1) + " to " + Math.min(total, from + SIZE) + " of " + total;
  }
}
