package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.entity.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * ListRetirableGrants: {@link RetirableGrants} of every key of the account and Region, in the order
 * of grant ids.
 */
public record ListRetirableGrants(
    String retiringPrincipal, Optional<Integer> limit, Optional<String> marker) {
  /**
   * The page that is asked for, of all that keys have answered.
   *
   * @param found by grant id
   */
  public Reply<Page<OwnedGrant>> page(Map<String, OwnedGrant> found) {
    int size = limit.orElse(Limits.LIST_DEFAULT);
    return size > Limits.LIST_MAX
        ? Reply.failure(Errors.above("limit", size, Limits.LIST_MAX))
        : Page.of(
            "retirable by " + retiringPrincipal,
            PersistentSortedMap.copyOf(found),
            grant -> true,
            marker,
            size);
  }
}
