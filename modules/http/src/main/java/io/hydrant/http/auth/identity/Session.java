package io.hydrant.http.auth.identity;

import java.time.Instant;

/**
 * Temporary credentials.
 *
 * @param principalArn who acts with them: a session of a role, or a user or root itself
 * @param issuedAt on the service's clock
 * @param expiresAt on the service's clock
 */
public record Session(
    String accessKeyId, Secret secret, String principalArn, Instant issuedAt, Instant expiresAt) {
  String account() {
    return Principals.account(principalArn);
  }
}
