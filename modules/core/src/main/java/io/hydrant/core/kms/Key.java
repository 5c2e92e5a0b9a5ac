package io.hydrant.core.kms;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A KMS key.
 *
 * @param policy the key policy as it was put
 * @param tags in the order in which they were given
 * @param wrappedMaterial the key material, wrapped under the node's root key; never in clear
 * @param deletionDate present while deletion is pending
 */
public record Key(
    KeyArn arn,
    Instant createdAt,
    String description,
    String spec,
    String usage,
    String policy,
    boolean multiRegion,
    Map<String, String> tags,
    Bytes wrappedMaterial,
    KeyState state,
    Optional<Instant> deletionDate,
    List<Grant> grants)
    implements KeySlot {
  public static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
  public static final String ENCRYPT_DECRYPT = "ENCRYPT_DECRYPT";

  public Key {
    tags = Map.copyOf(tags);
    grants = List.copyOf(grants);
    if ((state == KeyState.PENDING_DELETION) != deletionDate.isPresent()) {
      throw new IllegalStateException("a deletion date belongs to a pending deletion");
    }
  }

  /** Once its deletion date has come a key does not exist any more. */
  boolean isGone(Instant now) {
    return deletionDate.filter(date -> !now.isBefore(date)).isPresent();
  }

  /** Whether cryptographic operations on symmetric keys may use it. */
  Optional<Refusal> unusableFor(String operation) {
    if (state == KeyState.DISABLED) {
      return Optional.of(Errors.disabled(arn));
    }
    if (state != KeyState.ENABLED) {
      return Optional.of(Errors.invalidState(arn, state));
    }
    if (!usage.equals(ENCRYPT_DECRYPT)) {
      return Optional.of(Errors.invalidUsage(arn, usage, operation));
    }
    return spec.equals(SYMMETRIC)
        ? Optional.empty()
        : Optional.of(Errors.notSymmetric(arn, spec, operation));
  }

  Optional<Grant> grant(String grantId) {
    return grants.stream().filter(grant -> grant.grantId().equals(grantId)).findFirst();
  }

  Key with(KeyState changed, Optional<Instant> deletion) {
    return new Key(
        arn,
        createdAt,
        description,
        spec,
        usage,
        policy,
        multiRegion,
        tags,
        wrappedMaterial,
        changed,
        deletion,
        grants);
  }

  Key withGrants(List<Grant> changed) {
    return new Key(
        arn,
        createdAt,
        description,
        spec,
        usage,
        policy,
        multiRegion,
        tags,
        wrappedMaterial,
        state,
        deletionDate,
        changed);
  }

  Key plus(Grant grant) {
    return withGrants(Stream.concat(grants.stream(), Stream.of(grant)).toList());
  }

  Key without(String grantId) {
    return withGrants(grants.stream().filter(grant -> !grant.grantId().equals(grantId)).toList());
  }
}
