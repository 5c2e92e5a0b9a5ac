package io.hydrant.http.identity;

import io.hydrant.core.policy.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All principals that somebody wrote down; no access key belongs to two of them. */
public record IdentityList(List<Identity> identities, Map<String, Identity> byAccessKey) {
  public static final IdentityList NONE = of(List.of());

  public IdentityList {
    identities = List.copyOf(identities);
    byAccessKey = Map.copyOf(byAccessKey);
  }

  static IdentityList of(List<Identity> identities) {
    return new IdentityList(
        identities,
        identities.stream().collect(Collectors.toMap(Identity::accessKeyId, Function.identity())));
  }

  Optional<Identity> withAccessKey(String accessKeyId) {
    return Optional.ofNullable(byAccessKey.get(accessKeyId));
  }

  boolean knows(String principalArn) {
    return identities.stream()
        .anyMatch(identity -> Principals.isHeldBy(identity.principalArn(), principalArn));
  }

  /** Of all entries of that principal: one with two access keys has two. */
  List<NamedPolicy> policies(String principalArn) {
    return identities.stream()
        .filter(identity -> Principals.isHeldBy(identity.principalArn(), principalArn))
        .flatMap(identity -> identity.policies().stream())
        .distinct()
        .toList();
  }
}
