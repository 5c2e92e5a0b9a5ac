package io.hydrant.core.id;

import java.time.Instant;
import java.util.Optional;

/**
 * Who calls, and where.
 *
 * @param account the 12-digit account
 * @param region for example {@code us-east-1}
 * @param principalArn the caller's ARN, for example {@code arn:aws:iam::000000000000:root}
 * @param credentialsIssuedAt when session credentials were issued; empty for long-term ones
 */
public record Caller(
    String account, String region, String principalArn, Optional<Instant> credentialsIssuedAt) {

  /** The root of an account, with long-term credentials. */
  public static Caller root(String account, String region) {
    return new Caller(account, region, "arn:aws:iam::" + account + ":root", Optional.empty());
  }
}
