package io.hydrant.inspector;

import java.util.List;

/**
 * The names of the streams, or the ids of the keys, of one account and Region, in their order.
 *
 * @param hasMore true where there are more names
 */
public record LiveNames(List<String> names, boolean hasMore) {
  public LiveNames {
    names = List.copyOf(names);
  }
}
