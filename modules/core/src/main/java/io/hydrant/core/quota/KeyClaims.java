package io.hydrant.core.quota;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The streams that have been let to one customer managed key. It may hold streams that have left
 * the key since, never too few: who is told that a key is full looks at those streams, releases
 * what is not used any more and asks again.
 *
 * @param streams the ARNs, each with the time of its claim
 */
public record KeyClaims(Map<String, Instant> streams) {
  public static final KeyClaims NONE = new KeyClaims(Map.of());

  public KeyClaims {
    streams = Collections.unmodifiableMap(new TreeMap<>(streams));
  }

  KeyClaims changed(String stream, Optional<Instant> claimedAt) {
    Map<String, Instant> changed = new TreeMap<>(streams);
    claimedAt.ifPresentOrElse(at -> changed.put(stream, at), () -> changed.remove(stream));
    return new KeyClaims(changed);
  }
}
