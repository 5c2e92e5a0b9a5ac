package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command to one key. The checks that the key exists and permits the call are the same for all
 * operations; each operation adds its own rule.
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
        FindGrant,
        ListGrants,
        RetireGrant,
        RevokeGrant,
        GenerateDataKey,
        GenerateDataKeyWithoutPlaintext,
        Encrypt,
        Decrypt {
  KeyArn key();

  Caller caller();

  /** Decides for an existing key and a permitted call. */
  Decision<KeyEvent, O> decideFor(Key.Present key, Instant now);

  /** Returns the operation's name in grants and error messages. */
  default String action() {
    return getClass().getSimpleName();
  }

  /** Returns the encryption context of a cryptographic operation; empty for other operations. */
  default Optional<Map<String, String>> context() {
    return Optional.empty();
  }

  /** Returns the condition keys of this operation, by their names. */
  default Map<String, List<String>> conditionKeys() {
    return Map.of();
  }

  /** Returns the id of a grant that permits the call; a policy may still deny it. */
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
