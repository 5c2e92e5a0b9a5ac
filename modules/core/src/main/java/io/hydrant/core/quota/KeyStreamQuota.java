package io.hydrant.core.quota;

import io.hydrant.core.collection.PersistentSortedMap;
import java.time.Instant;
import java.util.Optional;

/**
 * The streams that may use one customer managed key. It contains every stream that uses the key,
 * and may contain streams that have left it. A caller that finds the key full checks the streams,
 * releases the reservations of those that no longer use the key, and tries again.
 *
 * @param streams the ARNs, each with the time of its reservation
 */
public record KeyStreamQuota(PersistentSortedMap<String, Instant> streams) {
  public static final KeyStreamQuota NONE = new KeyStreamQuota(PersistentSortedMap.empty());

  KeyStreamQuota changed(String stream, Optional<Instant> reservedAt) {
    return new KeyStreamQuota(
        reservedAt.map(at -> streams.plus(stream, at)).orElseGet(() -> streams.minus(stream)));
  }
}
