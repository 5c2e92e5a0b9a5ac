package io.hydrant.core.stream;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.document.Document.Structure;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a stream that its callers choose.
 *
 * @param sources the source configurations as they were given
 * @param version counts configurations, from 1 ({@code VersionId})
 * @param updatedAt the last UpdateDestination; empty before the first
 * @param tags in the order in which they were first given; a missing value is an empty Optional
 */
public record StreamConfiguration(
    Structure sources,
    Destination destination,
    int version,
    Optional<Instant> updatedAt,
    Map<String, Optional<String>> tags) {
  public StreamConfiguration {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  StreamConfiguration withTags(Map<String, Optional<String>> changed) {
    return new StreamConfiguration(sources, destination, version, updatedAt, changed);
  }

  StreamConfiguration updated(Destination changed, Instant at) {
    return new StreamConfiguration(sources, changed, version + 1, Optional.of(at), tags);
  }
}
