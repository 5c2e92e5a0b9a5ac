package io.hydrant.core.policy;

import java.util.List;

/** What the principals that a node knows may do, besides what policies of resources say. */
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
