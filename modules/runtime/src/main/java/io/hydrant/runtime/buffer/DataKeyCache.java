package io.hydrant.runtime.buffer;

import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Data keys in clear, in memory alone, for a short span: after it KMS is asked again, so that a
 * disabled key or a revoked grant takes effect.
 */
final class DataKeyCache {
  private final Duration span;
  private final Map<Integer, Entry> keys = new HashMap<>();

  private record Entry(Bytes key, Instant openedAt) {}

  DataKeyCache(Duration span) {
    this.span = span;
  }

  Optional<Bytes> get(int epoch, Instant now) {
    return Optional.ofNullable(keys.get(epoch))
        .filter(entry -> now.isBefore(entry.openedAt().plus(span)))
        .map(Entry::key);
  }

  /** Whether half of the span is over: time to ask again while the key still serves. */
  boolean ages(int epoch, Instant now) {
    return Optional.ofNullable(keys.get(epoch))
        .filter(entry -> now.isBefore(entry.openedAt().plus(span.dividedBy(2))))
        .isEmpty();
  }

  /**
   * Keeps a key that was opened at that time; a newer epoch drives the older ones out.
   *
   * @param openedAt when KMS was asked, not when it answered
   */
  void keep(int epoch, Bytes key, Instant openedAt) {
    keys.keySet().removeIf(older -> older < epoch - 1);
    keys.put(epoch, new Entry(key, openedAt));
  }

  void drop(int epoch) {
    keys.remove(epoch);
  }
}
