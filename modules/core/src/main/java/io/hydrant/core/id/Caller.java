package io.hydrant.core.id;

import java.time.Instant;
import java.util.Optional;

/**
 * The caller of an operation.
 *
 * @param account the 12-digit account
 * @param region for example {@code us-east-1}
 * @param principalArn the caller's ARN, for example {@code arn:aws:iam::000000000000:root}
 * @param credentialsIssuedAt when session credentials were issued; empty for long-term ones
 * @param calledVia the service that makes the call for the caller; empty where the caller makes it
 * @param requestId of the request that is answered; empty where the service acts by itself
 */
public record Caller(
    String account,
    String region,
    String principalArn,
    Optional<Instant> credentialsIssuedAt,
    Optional<Via> calledVia,
    Optional<String> requestId) {
  /**
   * A service in between.
   *
   * @param service for example {@code firehose.us-east-1.amazonaws.com}
   * @param sourceArn the resource for whose sake it calls
   */
  public record Via(String service, Optional<String> sourceArn) {}

  public Caller(
      String account, String region, String principalArn, Optional<Instant> credentialsIssuedAt) {
    this(account, region, principalArn, credentialsIssuedAt, Optional.empty(), Optional.empty());
  }

  /** The root of an account, with long-term credentials. */
  public static Caller root(String account, String region) {
    return new Caller(account, region, "arn:aws:iam::" + account + ":root", Optional.empty());
  }

  public Caller calledVia(String service, Optional<String> sourceArn) {
    return new Caller(
        account,
        region,
        principalArn,
        credentialsIssuedAt,
        Optional.of(new Via(service, sourceArn)),
        requestId);
  }

  /** Returns the same caller with that request's id. */
  public Caller forRequest(String requestId) {
    return new Caller(
        account, region, principalArn, credentialsIssuedAt, calledVia, Optional.of(requestId));
  }
}
