package io.hydrant.core.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A rate: a fixed number of tokens is added each second, up to one second's worth.
 *
 * @param tokens the tokens in the bucket at that time
 */
public record TokenBucket(double tokens, Instant at) {
  /** Returns a full bucket: one second's worth of tokens. */
  public static TokenBucket full(long perSecond, Instant now) {
    return new TokenBucket((double) perSecond, now);
  }

  /**
   * Returns the bucket after {@code amount} has been taken; empty where it holds fewer tokens. A
   * full bucket also gives more than a second's worth, which it could never hold; it then owes the
   * difference.
   */
  public Optional<TokenBucket> take(long amount, long perSecond, Instant now) {
    double grown = tokens + (double) perSecond * Math.max(0.0, seconds(now));
    double filled = Math.min((double) perSecond, grown);
    return filled >= (double) Math.min(amount, perSecond)
        ? Optional.of(new TokenBucket(filled - (double) amount, later(now)))
        : Optional.empty();
  }

  private double seconds(Instant now) {
    Duration passed = Duration.between(at, now);
    return passed.getSeconds() + passed.getNano() / 1e9;
  }

  private Instant later(Instant now) {
    return now.isAfter(at) ? now : at;
  }
}
