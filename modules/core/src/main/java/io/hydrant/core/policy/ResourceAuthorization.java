package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * The policies of a resource and of an identity together, as S3 puts them together: a deny anywhere
 * wins; within one account one allow is enough; across accounts both must allow. A root has all
 * permissions of its account.
 *
 * @param account the account of the resource
 * @param resourcePolicy the policy of the resource; empty where it has none
 * @param identityPolicies those of the principal
 */
public record ResourceAuthorization(
    String account, Optional<NamedPolicy> resourcePolicy, List<NamedPolicy> identityPolicies) {
  public ResourceAuthorization {
    identityPolicies = List.copyOf(identityPolicies);
  }

  /** Returns why the request is denied; empty where it is allowed. */
  public Optional<DenyReason> denial(AccessRequest request) {
    if (resourcePolicy.flatMap(policy -> policy.denying(request)).isPresent()) {
      return Optional.of(DenyReason.EXPLICIT_IN_RESOURCE_POLICY);
    }
    if (identityPolicies.stream().anyMatch(policy -> policy.denying(request).isPresent())) {
      return Optional.of(DenyReason.EXPLICIT_IN_IDENTITY_POLICY);
    }
    boolean direct = resourcePolicy.flatMap(policy -> policy.allowing(request)).isPresent();
    boolean delegated = resourcePolicy.flatMap(policy -> policy.delegating(request)).isPresent();
    boolean identity = isAllowedByIdentity(request);
    if (request.principal().account().equals(Optional.of(account))) {
      return direct || identity ? Optional.empty() : Optional.of(DenyReason.NO_IDENTITY_POLICY);
    }
    if (request.principal().account().isEmpty()) {
      return direct ? Optional.empty() : Optional.of(DenyReason.NO_RESOURCE_POLICY);
    }
    if (!direct && !delegated) {
      return Optional.of(DenyReason.NO_RESOURCE_POLICY);
    }
    return identity ? Optional.empty() : Optional.of(DenyReason.NO_IDENTITY_POLICY);
  }

  private boolean isAllowedByIdentity(AccessRequest request) {
    return request.principal() instanceof Principal.Root
        || identityPolicies.stream().anyMatch(policy -> policy.allowing(request).isPresent());
  }
}
