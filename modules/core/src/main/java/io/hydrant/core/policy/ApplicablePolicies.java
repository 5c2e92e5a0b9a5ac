package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * The policies and the grant that decide about a request on a resource.
 *
 * @param account the account that the resource belongs to
 * @param resourcePolicy a key's policy; empty for resources that have none and for actions without
 *     a resource, which identity policies alone decide
 * @param identityPolicies the policies of the principal; for a session, of its role
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
