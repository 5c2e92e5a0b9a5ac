package io.hydrant.core.policy;

import java.util.List;

/** The identity policies of the principals that a node knows. */
@FunctionalInterface
public interface IdentityPolicyStore {
  /**
   * Gives every principal all permissions that the resources' own policies leave to its account.
   */
  IdentityPolicyStore UNLIMITED = principalArn -> List.of(IdentityAccess.EVERYTHING);

  /**
   * Returns the identity policies of a principal; for a session, those of its role.
   *
   * @param principalArn for example {@code arn:aws:iam::000000000000:user/alice}
   */
  List<NamedPolicy> policies(String principalArn);
}
