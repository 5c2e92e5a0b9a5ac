package io.hydrant.core.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request for one action on one resource.
 *
 * @param action for example {@code kms:Decrypt}
 * @param resource its ARN, or {@code *} for an action that has none
 * @param context condition keys of the request, in any case; those of the principal, such as {@code
 *     aws:PrincipalArn}, are added and override given ones
 */
public record AccessRequest(
    Principal principal, String action, String resource, Map<String, List<String>> context) {
  public AccessRequest {
    SortedMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // Two keys that differ in case alone are one key with the values of both.
    context.forEach((key, more) -> values.merge(key, List.copyOf(more), AccessRequest::joined));
    values.putAll(principal.facts());
    context = Collections.unmodifiableSortedMap(values);
  }

  /** Returns the values of a condition key; none where the request does not have it. */
  List<String> values(String key) {
    return context.getOrDefault(key, List.of());
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
