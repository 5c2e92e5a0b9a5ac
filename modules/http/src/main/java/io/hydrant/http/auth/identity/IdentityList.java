package io.hydrant.http.auth.identity;

import io.hydrant.core.policy.NamedPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The principals of an identities file; no access key belongs to two of them. */
public final class IdentityList {
  static final IdentityList NONE = new IdentityList(List.of());

  private final Map<String, Identity> byAccessKey;
  private final Map<String, List<NamedPolicy>> policies = new HashMap<>();

  IdentityList(List<Identity> identities) {
    this.byAccessKey =
        identities.stream().collect(Collectors.toMap(Identity::accessKeyId, Function.identity()));
    // A principal with two access keys has two entries, and the policies of both.
    identities.forEach(
        each ->
            policies.merge(
                Principals.holder(each.principalArn()), each.policies(), IdentityList::together));
  }

  private static List<NamedPolicy> together(List<NamedPolicy> first, List<NamedPolicy> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  Optional<Identity> withAccessKey(String accessKeyId) {
    return Optional.ofNullable(byAccessKey.get(accessKeyId));
  }

  /**
   * Returns a principal's policies, for a session those of its role; empty where it is not named.
   */
  Optional<List<NamedPolicy>> policies(String principalArn) {
    return Optional.ofNullable(policies.get(Principals.holder(principalArn)));
  }

  @Override
  public String toString() {
    return "IdentityList" + byAccessKey.keySet();
  }
}
