package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One page of a list in the order of its keys.
 *
 * @param nextMarker the marker of the next page; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> nextMarker) {
  /**
   * Returns up to {@code limit} of the wanted entries after {@code marker}; InvalidMarkerException
   * for a marker of another list.
   *
   * @param list the name of the list, with its filters
   */
  public static <T> Reply<Page<T>> of(
      String list,
      PersistentSortedMap<String, T> all,
      Predicate<T> wanted,
      Optional<String> marker,
      int limit) {
    return marker
        .map(text -> Marker.read(list, text).map(all::after))
        .orElseGet(() -> Reply.success(all.entrySet().stream()))
        .map(rest -> first(list, rest, wanted, limit));
  }

  private static <T> Page<T> first(
      String list, Stream<Map.Entry<String, T>> rest, Predicate<T> wanted, int limit) {
    var found = rest.filter(entry -> wanted.test(entry.getValue())).limit(limit + 1L).toList();
    var page = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        page.stream().map(Map.Entry::getValue).toList(),
        found.size() > limit
            ? Optional.of(Marker.after(list, page.get(limit - 1).getKey()))
            : Optional.empty());
  }
}
