package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * All that may allow a request on a resource.
 *
 * @param account the one that the resource belongs to
 * @param resourcePolicy a key's policy; empty for resources that have none and for actions without
 *     a resource, which identity policies alone decide
 * @param identityPolicies those of the principal, of a session those of its role
 * @param grant the id of a grant that permits the request
 */
public record ApplicablePolicies(
    String account,
    Optional<NamedPolicy> resourcePolicy,
    List<NamedPolicy> identityPolicies,
    Optional<String> grant) {
  public ApplicablePolicies {
    identityPolicies = List.copyOf(identityPolicies);
  }
}
