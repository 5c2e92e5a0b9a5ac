package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command to one key. Existence and permission are the same question for all of them; what is
 * left is each operation's own rule.
 */
public sealed interface KeyCommand<O> extends Command<Key, KeyEvent, O>
    permits CreateKey,
        DescribeKey,
        GetKeyPolicy,
        PutKeyPolicy,
        ListKeyPolicies,
        UpdateKeyDescription,
        TagResource,
        UntagResource,
        ListResourceTags,
        EnableKeyRotation,
        DisableKeyRotation,
        GetKeyRotationStatus,
        RotateKeyOnDemand,
        GetNextMaterialVersion,
        ListKeyRotations,
        RetirableGrants,
        ReEncryptFrom,
        ReEncryptTo,
        EnableKey,
        DisableKey,
        ScheduleKeyDeletion,
        CancelKeyDeletion,
        CreateGrant,
        ExplainAccess,
        CheckGrantToken,
        ListGrants,
        RetireGrant,
        RevokeGrant,
        GenerateDataKey,
        GenerateDataKeyWithoutPlaintext,
        Encrypt,
        Decrypt {
  KeyArn key();

  Caller caller();

  /** Decides for a key that exists and a caller that is permitted. */
  Decision<KeyEvent, O> decideFor(Key.Present key, Instant now);

  /** The operation's name, as grants and refusals spell it. */
  default String action() {
    return getClass().getSimpleName();
  }

  /** The encryption context of a cryptographic operation; empty for the others. */
  default Optional<Map<String, String>> context() {
    return Optional.empty();
  }

  /** Condition keys of this operation alone, by their names. */
  default Map<String, List<String>> conditionKeys() {
    return Map.of();
  }

  /** The id of a grant that lets the caller do this; the policy may still deny it. */
  default Optional<String> grant(Key.Present key) {
    return KeyAuthorization.grant(key, caller(), action(), context());
  }

  /** Decides for a caller without identity policies, such as the root of an account. */
  @Override
  default Decision<KeyEvent, O> decide(Key state, Instant now) {
    return decide(state, KeyCallContext.of(List.of()), now);
  }

  default Decision<KeyEvent, O> decide(Key state, KeyCallContext context, Instant now) {
    Optional<Key.Present> live = state.live(now);
    if (live.isEmpty()) {
      return Decision.refuse(KmsErrors.noSuchKey(key()));
    }
    return KeyAuthorization.refusal(this, live.get(), context, now, grant(live.get()))
        .<Decision<KeyEvent, O>>map(Decision::refuse)
        .orElseGet(() -> decideFor(live.get(), now));
  }
}
