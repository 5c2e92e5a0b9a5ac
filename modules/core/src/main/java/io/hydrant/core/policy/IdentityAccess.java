package io.hydrant.core.policy;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.List;
import java.util.Optional;

/** Decides about requests for which the caller's identity policies alone count. */
public final class IdentityAccess {
  /** The policy of a principal that no identities file names. */
  public static final NamedPolicy EVERYTHING =
      new NamedPolicy("the policy Everything", everything());

  private IdentityAccess() {}

  /**
   * Returns why a request on a resource without a policy is denied; empty where it is allowed.
   *
   * @param account the account that the resource belongs to
   */
  public static Optional<DenyReason> denial(
      AccessRequest request, String account, List<NamedPolicy> identityPolicies) {
    ApplicablePolicies permissions =
        new ApplicablePolicies(account, Optional.empty(), identityPolicies, Optional.empty());
    return Authorization.decide(request, permissions) instanceof AuthorizationDecision.Denied denied
        ? Optional.of(denied.denial())
        : Optional.empty();
  }

  private static Policy everything() {
    Structure statement =
        Structure.empty()
            .with("Effect", new Text("Allow"))
            .with("Action", new Text("*"))
            .with("Resource", new Text("*"));
    Structure policy =
        Structure.empty().with("Version", new Text("2012-10-17")).with("Statement", statement);
    return PolicyReader.read(policy, PolicyKind.IDENTITY)
        .fold(
            read -> read,
            error -> {
              throw new IllegalStateException(error.message());
            });
  }
}
