package io.hydrant.core.kms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * One page of a list in the order of its keys.
 *
 * @param nextMarker the last key of this page, where more follows
 */
public record Page<T>(List<T> items, Optional<String> nextMarker) {
  /** Up to {@code limit} of the wanted entries whose key comes after {@code marker}. */
  public static <T> Page<T> of(
      SortedMap<String, T> all, Predicate<T> wanted, Optional<String> marker, int limit) {
    // "\0" is the least string that follows the marker itself.
    SortedMap<String, T> rest = marker.map(last -> all.tailMap(last + "\0")).orElse(all);
    var found =
        rest.entrySet().stream()
            .filter(entry -> wanted.test(entry.getValue()))
            .limit(limit + 1L)
            .toList();
    var page = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        page.stream().map(Map.Entry::getValue).toList(),
        found.size() > limit ? Optional.of(page.get(limit - 1).getKey()) : Optional.empty());
  }
}
