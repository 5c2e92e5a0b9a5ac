package io.hydrant.inspector;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number the number of the page, from 1
 * @param pages the number of pages, at least 1
 * @param total the length of the whole list
 */
record Paged<T>(List<T> items, int number, int pages, int total) {
  static final int SIZE = 50;

  /** Returns the page with that number, or the last one where there are fewer. */
  static <T> Paged<T> of(List<T> all, int number) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int page = Math.min(Math.max(1, number), pages);
    int from = (page - 1) * SIZE;
    return new Paged<>(
        all.subList(from, Math.min(all.size(), from + SIZE)), page, pages, all.size());
  }

  /** Returns the same page with other items. */
  <R> Paged<R> with(List<R> others) {
    return new Paged<>(others, number, pages, total);
  }

  /** Returns for example {@code 51 to 100 of 120}. */
  String words() {
    int from = (number - 1) * SIZE;
    return (from + 1) + " to " + Math.min(total, from + SIZE) + " of " + total;
  }
}
