package io.hydrant.s3.bucket;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bucket.
 *
 * @param region the region that the client named when it created the bucket
 * @param account the 12-digit account of the owner
 * @param configurations the documents that were put beside the bucket, by the name of their
 *     subresource, for example {@code policy}
 */
public record Bucket(
    String name,
    Instant created,
    String region,
    String account,
    Map<String, String> configurations) {
  public Bucket {
    configurations = Collections.unmodifiableMap(new TreeMap<>(configurations));
  }

  public Optional<String> configuration(String subresource) {
    return Optional.ofNullable(configurations.get(subresource));
  }

  /** Returns the bucket with a configuration in place of the earlier one. */
  public Bucket with(String subresource, String document) {
    Map<String, String> more = new TreeMap<>(configurations);
    more.put(subresource, document);
    return new Bucket(name, created, region, account, more);
  }

  /** Returns the bucket without a configuration. */
  public Bucket without(String subresource) {
    Map<String, String> fewer = new TreeMap<>(configurations);
    fewer.remove(subresource);
    return new Bucket(name, created, region, account, fewer);
  }
}
