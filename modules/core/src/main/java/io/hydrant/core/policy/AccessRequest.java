package io.hydrant.core.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is to be allowed or denied.
 *
 * @param action for example {@code kms:Decrypt}
 * @param resource its ARN
 * @param keys the values of condition keys, by their names in lower case
 */
public record AccessRequest(
    Principal principal, String action, String resource, Map<String, List<String>> keys) {
  public AccessRequest {
    keys =
        keys.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    each -> each.getKey().toLowerCase(Locale.ROOT),
                    each -> List.copyOf(each.getValue())));
  }
}
