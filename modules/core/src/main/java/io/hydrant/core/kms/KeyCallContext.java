package io.hydrant.core.kms;

import io.hydrant.core.policy.NamedPolicy;
import java.util.List;
import java.util.Optional;

/**
 * The facts about a call besides the command itself. They travel with the command and are never
 * stored.
 *
 * @param identityPolicies the policies of the caller at the time of the call
 * @param requestAlias the name of the alias by which the call names its key
 * @param resourceAliases the names of the key's aliases; empty where the directory of keys was not
 *     asked
 */
public record KeyCallContext(
    List<NamedPolicy> identityPolicies,
    Optional<String> requestAlias,
    Optional<List<String>> resourceAliases) {
  private static final String RESOURCE_ALIASES = "kms:ResourceAliases";

  public KeyCallContext {
    identityPolicies = List.copyOf(identityPolicies);
    resourceAliases = resourceAliases.map(List::copyOf);
  }

  static KeyCallContext of(List<NamedPolicy> identityPolicies) {
    return new KeyCallContext(identityPolicies, Optional.empty(), Optional.empty());
  }

  public KeyCallContext withResourceAliases(List<String> names) {
    return new KeyCallContext(identityPolicies, requestAlias, Optional.of(names));
  }

  /** Returns whether a policy depends on the key's aliases and they are not known yet. */
  boolean lacksAliases(Key.Present key) {
    return resourceAliases.isEmpty()
        && (key.policy().policy().stream().anyMatch(policy -> policy.mentions(RESOURCE_ALIASES))
            || identityPolicies.stream()
                .anyMatch(named -> named.policy().mentions(RESOURCE_ALIASES)));
  }
}
