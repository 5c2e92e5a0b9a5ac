package io.hydrant.runtime.buffer;

import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds plaintext data keys in memory for a short time. After that time KMS is asked again, so that
 * a disabled key or a revoked grant takes effect. One actor uses it.
 */
final class DataKeyCache {
  private final Duration timeToLive;
  private final Map<Integer, Entry> keys = new HashMap<>();

  private record Entry(Bytes key, Instant openedAt) {}

  DataKeyCache(Duration timeToLive) {
    this.timeToLive = timeToLive;
  }

  Optional<Bytes> get(int epoch, Instant now) {
    return Optional.ofNullable(keys.get(epoch))
        .filter(entry -> now.isBefore(entry.openedAt().plus(timeToLive)))
        .map(Entry::key);
  }

  /**
   * Returns true once half of the time is over: KMS is then asked again while the key is still in
   * use.
   */
  boolean isAging(int epoch, Instant now) {
    return Optional.ofNullable(keys.get(epoch))
        .filter(entry -> now.isBefore(entry.openedAt().plus(timeToLive.dividedBy(2))))
        .isEmpty();
  }

  /**
   * Keeps a key. A newer epoch removes all but the one before it.
   *
   * @param openedAt the time at which KMS was asked, not at which it answered
   */
  void keep(int epoch, Bytes key, Instant openedAt) {
    keys.keySet().removeIf(older -> older < epoch - 1);
    keys.put(epoch, new Entry(key, openedAt));
  }

  void drop(int epoch) {
    keys.remove(epoch);
  }
}
