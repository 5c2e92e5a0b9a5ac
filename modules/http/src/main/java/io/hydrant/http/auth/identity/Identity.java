package io.hydrant.http.auth.identity;

import io.hydrant.core.policy.NamedPolicy;
import java.util.List;

/**
 * A principal with the credentials that are its own for good.
 *
 * @param principalArn of a user, a role or the root of an account
 */
public record Identity(
    String accessKeyId, Secret secret, String principalArn, List<NamedPolicy> policies) {
  public Identity {
    policies = List.copyOf(policies);
  }

  /** Returns the 12 digits in the ARN. */
  public String account() {
    return Principals.account(principalArn);
  }
}
