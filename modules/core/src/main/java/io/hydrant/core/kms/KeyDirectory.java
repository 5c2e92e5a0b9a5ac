package io.hydrant.core.kms;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys and aliases of one account and region.
 *
 * @param keyIds in the order of their creation
 * @param aliases names such as {@code alias/orders}, with the keys they stand for
 */
public record KeyDirectory(List<String> keyIds, SortedMap<String, Alias> aliases) {
  public static final KeyDirectory EMPTY = new KeyDirectory(List.of(), new TreeMap<>());

  public KeyDirectory {
    keyIds = List.copyOf(keyIds);
    aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
  }
}
