package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.entity.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * ListRetirableGrants: lists the {@link RetirableGrants} of every key of the account and Region in
 * the order of grant ids.
 */
public record ListRetirableGrants(
    String retiringPrincipal, Optional<Integer> limit, Optional<String> marker) {
  /**
   * Returns one page of the grants that all keys have answered.
   *
   * @param found the grants by id
   */
  public Reply<Page<KeyGrant>> page(Map<String, KeyGrant> found) {
    int size = limit.orElse(KmsLimits.LIST_DEFAULT);
    return size > KmsLimits.LIST_MAX
        ? Reply.failure(KmsErrors.above("limit", size, KmsLimits.LIST_MAX))
        : Page.of(
            "retirable by " + retiringPrincipal,
            PersistentSortedMap.copyOf(found),
            grant -> true,
            marker,
            size);
  }
}
