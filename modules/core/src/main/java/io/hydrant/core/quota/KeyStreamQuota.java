package io.hydrant.core.quota;

import io.hydrant.core.collection.PersistentSortedMap;
import java.time.Instant;
import java.util.Optional;

/**
 * The streams that may use one customer managed key. It may hold streams that have left the key
 * since, never too few: a caller that finds the key full checks those streams, releases the ones
 * that no longer use it, and asks again.
 *
 * @param streams the ARNs, each with the time of its claim
 */
public record KeyStreamQuota(PersistentSortedMap<String, Instant> streams) {
  public static final KeyStreamQuota NONE = new KeyStreamQuota(PersistentSortedMap.empty());

  KeyStreamQuota changed(String stream, Optional<Instant> claimedAt) {
    return new KeyStreamQuota(
        claimedAt.map(at -> streams.plus(stream, at)).orElseGet(() -> streams.minus(stream)));
  }
}
