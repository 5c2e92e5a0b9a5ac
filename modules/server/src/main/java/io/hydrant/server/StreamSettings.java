package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.core.stream.TransitionDelays;
import java.time.Duration;

/**
 * The settings of delivery streams.
 *
 * @param delays the shortest durations of CREATING, ENABLING and DISABLING
 * @param max streams that an account may have in a region
 * @param perKeyMax streams that one customer managed key may encrypt
 * @param pendingBytesMax bytes of one stream that may wait for delivery
 * @param throughputLimited whether puts are limited to AWS's throughput of a stream
 */
public record StreamSettings(
    TransitionDelays delays,
    int max,
    int perKeyMax,
    long pendingBytesMax,
    boolean throughputLimited) {
  /** The longest propagation: "It can take up to 5 seconds …". */
  private static final Duration PROPAGATION_MAX = Duration.ofSeconds(5);

  static StreamSettings of(Config hydrant) throws NodeStartException {
    Duration propagation = hydrant.getDuration("encryption.propagation");
    ConfigReader.check(
        propagation.compareTo(PROPAGATION_MAX) <= 0,
        "hydrant.encryption.propagation must be at most 5s.");
    return new StreamSettings(
        new TransitionDelays(
            hydrant.getDuration("streams.creating-duration"),
            hydrant.getDuration("encryption.enabling-duration"),
            hydrant.getDuration("encryption.disabling-duration"),
            propagation),
        hydrant.getInt("streams.max"),
        hydrant.getInt("streams.per-key-max"),
        hydrant.getBytes("buffer.bytes-max"),
        ConfigReader.choice(hydrant, "quotas.throughput", "off", "aws").equals("aws"));
  }
}
