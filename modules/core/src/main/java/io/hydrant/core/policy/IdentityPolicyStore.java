package io.hydrant.core.policy;

import java.util.List;

/** The identity policies of the principals that a node knows. */
@FunctionalInterface
public interface IdentityPolicyStore {
  /** Everybody may do whatever the resources' own policies leave to the account. */
  IdentityPolicyStore UNLIMITED = principalArn -> List.of(IdentityAccess.EVERYTHING);

  /**
   * The identity policies of a principal, of a session those of its role.
   *
   * @param principalArn for example {@code arn:aws:iam::000000000000:user/alice}
   */
  List<NamedPolicy> policies(String principalArn);
}
