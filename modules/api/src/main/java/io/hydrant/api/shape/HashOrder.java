package io.hydrant.api.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which Firehose lists values and members, which is neither that of the model nor of
 * the alphabet. Seven enums and three structures were recorded from AWS (September 2026); all of
 * them are in the order of Java's hash tables, that of enums with 32 places and plain hash codes,
 * that of members like {@link java.util.HashMap}. Of two values at one place the model's later one
 * comes first. The order of all others is inferred from these.
 */
final class HashOrder {
  private static final int VALUE_PLACES = 32;
  private static final int MEMBER_PLACES_MIN = 16;

  private HashOrder() {}

  static List<String> ofValues(List<String> values) {
    List<String> ordered = new ArrayList<>(values);
    Collections.reverse(ordered);
    ordered.sort(Comparator.comparingInt(value -> value.hashCode() & (VALUE_PLACES - 1)));
    return List.copyOf(ordered);
  }

  static <V> Map<String, V> ofMembers(Map<String, V> members) {
    int places = MEMBER_PLACES_MIN;
    // A table grows when three quarters of its places are taken.
    while (members.size() * 4 > places * 3) {
      places *= 2;
    }
    int mask = places - 1;
    Map<String, V> ordered = new LinkedHashMap<>();
    members.entrySet().stream()
        .sorted(Comparator.comparingInt(member -> spread(member.getKey()) & mask))
        .forEach(member -> ordered.put(member.getKey(), member.getValue()));
    return ordered;
  }

  private static int spread(String member) {
    int hash = Texts.lower(member).hashCode();
    return hash ^ (hash >>> 16);
  }
}
