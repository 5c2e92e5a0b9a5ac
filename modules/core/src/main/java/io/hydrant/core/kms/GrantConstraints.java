package io.hydrant.core.kms;

import java.util.Map;
import java.util.Optional;

/** Which encryption contexts a grant admits; none given: every one. */
public record GrantConstraints(
    Optional<Map<String, String>> encryptionContextSubset,
    Optional<Map<String, String>> encryptionContextEquals) {
  public static final GrantConstraints NONE =
      new GrantConstraints(Optional.empty(), Optional.empty());

  public GrantConstraints {
    encryptionContextSubset = encryptionContextSubset.map(Map::copyOf);
    encryptionContextEquals = encryptionContextEquals.map(Map::copyOf);
  }

  boolean admit(Map<String, String> context) {
    return encryptionContextSubset
            .map(c -> context.entrySet().containsAll(c.entrySet()))
            .orElse(true)
        && encryptionContextEquals.map(context::equals).orElse(true);
  }
}
