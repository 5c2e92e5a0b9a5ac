package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CreateKey: creates a key in the caller's account.
 *
 * @param key its ARN, with a fresh id
 * @param material fresh wrapped material; stored only for a spec that needs it
 */
public record CreateKey(Caller caller, KeyArn key, Input input, KeyManager manager, Bytes material)
    implements KeyCommand<KeyMetadata> {
  /** The call's members; {@code Policy} defaults to all rights for the account's root. */
  public record Input(
      Optional<KeyPolicy> policy,
      String description,
      Optional<KeyUsage> usage,
      Optional<KeySpec> keySpec,
      Optional<KeySpec> customerMasterKeySpec,
      KeyOrigin origin,
      boolean multiRegion,
      boolean bypassLockoutCheck,
      List<Tag> tags) {
    public Input {
      tags = List.copyOf(tags);
    }

    /** The input of an empty request. */
    public static final Input DEFAULT =
        new Input(
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            KeyOrigin.AWS_KMS,
            false,
            false,
            List.of());

    KeySpec spec() {
      return keySpec.or(() -> customerMasterKeySpec).orElse(KeySpec.SYMMETRIC_DEFAULT);
    }
  }

  @Override
  public Decision<KeyEvent, KeyMetadata> decide(Key state, KeyCallContext context, Instant now) {
    if (!(state instanceof Key.Absent)) {
      throw new IllegalStateException("a fresh key id is taken: " + key);
    }
    Optional<ServiceError> refusal =
        AccountAuthorization.refusal(
                caller, action(), "*", conditionKeys(), context.identityPolicies(), now)
            .or(this::refusal);
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    boolean hasMaterial =
        input.spec() == KeySpec.SYMMETRIC_DEFAULT && input.origin() == KeyOrigin.AWS_KMS;
    KeyEvent.KeyCreated created =
        new KeyEvent.KeyCreated(
            now,
            key,
            input.description(),
            input.spec(),
            input.usage().orElse(KeyUsage.ENCRYPT_DECRYPT),
            input.origin(),
            manager,
            input.policy().orElseGet(() -> KeyPolicy.defaultFor(key.account())),
            input.tags(),
            hasMaterial ? Optional.of(material) : Optional.empty());
    boolean lockedOut =
        input.policy().isPresent()
            && !input.bypassLockoutCheck()
            && Lockout.by(created.evolve(state).present(), caller, now);
    return lockedOut
        ? Decision.refuse(KmsErrors.policyLocksOut())
        : Decision.store(created, created.metadata());
  }

  @Override
  public Map<String, List<String>> conditionKeys() {
    Map<String, List<String>> keys =
        new HashMap<>(
            KmsConditionKeys.ofKind(
                input.spec(),
                input.usage().orElse(KeyUsage.ENCRYPT_DECRYPT),
                input.origin(),
                input.multiRegion()));
    keys.putAll(KmsConditionKeys.ofTags(input.tags()));
    keys.put(
        "kms:BypassPolicyLockoutSafetyCheck",
        List.of(Boolean.toString(input.bypassLockoutCheck())));
    return keys;
  }

  @Override
  public Decision<KeyEvent, KeyMetadata> decideFor(Key.Present existing, Instant now) {
    return decide(existing, now);
  }

  private Optional<ServiceError> refusal() {
    KeySpec spec = input.spec();
    if (input.keySpec().isPresent() && input.customerMasterKeySpec().isPresent()) {
      return Optional.of(KmsErrors.twoSpecs());
    }
    if (input.usage().isEmpty() && spec != KeySpec.SYMMETRIC_DEFAULT) {
      return Optional.of(KmsErrors.usageMissing());
    }
    if (!spec.admits(input.usage().orElse(KeyUsage.ENCRYPT_DECRYPT))) {
      return Optional.of(KmsErrors.usageMismatch(input.usage().orElseThrow(), spec));
    }
    return switch (input.origin()) {
      case AWS_KMS, EXTERNAL -> Tags.refusal(input.tags());
      case AWS_CLOUDHSM, EXTERNAL_KEY_STORE ->
          Optional.of(KmsErrors.unsupported("Origin " + input.origin()));
    };
  }
}
