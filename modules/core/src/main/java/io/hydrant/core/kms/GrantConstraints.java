package io.hydrant.core.kms;

import io.hydrant.core.id.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * GrantConstraints: the encryption contexts for which a grant permits cryptographic operations.
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

  /**
   * Returns whether the grant covers an operation with that encryption context: "in a grant
   * constraint, the key in each key-value pair is not case sensitive, but the value is" (service
   * model, GrantConstraints).
   */
  public boolean admit(Map<String, String> context) {
    Set<Map.Entry<String, String>> given = folded(context);
    return encryptionContextSubset.stream().allMatch(part -> given.containsAll(folded(part)))
        && encryptionContextEquals.stream().allMatch(all -> given.equals(folded(all)));
  }

  private static Set<Map.Entry<String, String>> folded(Map<String, String> context) {
    return context.entrySet().stream()
        .map(pair -> Map.entry(pair.getKey().toLowerCase(Locale.ROOT), pair.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean admitSource(Caller caller) {
    return sourceArn.stream()
        .allMatch(
            arn ->
                caller.calledVia().flatMap(Caller.Via::sourceArn).filter(arn::equals).isPresent());
  }
}
