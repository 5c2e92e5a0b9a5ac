package io.hydrant.core.kms;

import io.hydrant.core.id.Caller;
import java.util.Map;
import java.util.Optional;

/**
 * GrantConstraints: which encryption contexts a grant's cryptographic operations may carry.
 *
 * @param sourceArn the resource on whose behalf a service must call
 */
public record GrantConstraints(
    Optional<Map<String, String>> encryptionContextSubset,
    Optional<Map<String, String>> encryptionContextEquals,
    Optional<String> sourceArn) {
  public static final GrantConstraints NONE =
      new GrantConstraints(Optional.empty(), Optional.empty(), Optional.empty());

  public GrantConstraints {
    encryptionContextSubset = encryptionContextSubset.map(Map::copyOf);
    encryptionContextEquals = encryptionContextEquals.map(Map::copyOf);
  }

  public boolean admit(Map<String, String> context) {
    return encryptionContextSubset.stream()
            .allMatch(part -> context.entrySet().containsAll(part.entrySet()))
        && encryptionContextEquals.stream().allMatch(context::equals);
  }

  boolean admitSource(Caller caller) {
    return sourceArn.stream()
        .allMatch(
            arn -> caller.via().flatMap(Caller.Via::sourceArn).filter(arn::equals).isPresent());
  }
}
