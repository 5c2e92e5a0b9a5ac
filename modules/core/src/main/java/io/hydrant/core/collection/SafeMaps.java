package io.hydrant.core.collection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps whose keys clients choose. */
public final class SafeMaps {
  private SafeMaps() {}

  /**
   * An unmodifiable copy in the same order. {@link Map#copyOf} would compare every key that shares
   * a hash, and a client can send as many of those as it likes; this one sorts them.
   */
  public static <V> Map<String, V> copyOf(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
