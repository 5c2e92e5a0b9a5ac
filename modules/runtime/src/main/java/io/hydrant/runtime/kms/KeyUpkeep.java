package io.hydrant.runtime.kms;

import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CancelKeyDeletion;
import io.hydrant.core.kms.DisableKey;
import io.hydrant.core.kms.DisableKeyRotation;
import io.hydrant.core.kms.EnableKey;
import io.hydrant.core.kms.EnableKeyRotation;
import io.hydrant.core.kms.GetKeyPolicy;
import io.hydrant.core.kms.GetKeyRotationStatus;
import io.hydrant.core.kms.GetNextMaterialVersion;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.kms.ListKeyPolicies;
import io.hydrant.core.kms.ListKeyRotations;
import io.hydrant.core.kms.ListResourceTags;
import io.hydrant.core.kms.Page;
import io.hydrant.core.kms.PutKeyPolicy;
import io.hydrant.core.kms.RotateKeyOnDemand;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import io.hydrant.core.kms.Tag;
import io.hydrant.core.kms.TagResource;
import io.hydrant.core.kms.UntagResource;
import io.hydrant.core.kms.UpdateKeyDescription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The operations that look after a key: its state, description, tags, policy and rotation. */
abstract class KeyUpkeep implements KmsApi {
  final KeyEntities keys;
  final MaterialCipher cipher;

  KeyUpkeep(KeyEntities keys, MaterialCipher cipher) {
    this.keys = keys;
    this.cipher = cipher;
  }

  @Override
  public CompletionStage<Reply<NoOutput>> enableKey(Caller caller, String keyId) {
    return keys.onKey(caller, keyId, arn -> new EnableKey(caller, arn));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> disableKey(Caller caller, String keyId) {
    return keys.onKey(caller, keyId, arn -> new DisableKey(caller, arn));
  }

  @Override
  public CompletionStage<Reply<ScheduleKeyDeletion.Output>> scheduleKeyDeletion(
      Caller caller, String keyId, Optional<Integer> pendingWindowInDays) {
    return keys.onKey(
        caller, keyId, arn -> new ScheduleKeyDeletion(caller, arn, pendingWindowInDays));
  }

  @Override
  public CompletionStage<Reply<KeyArn>> cancelKeyDeletion(Caller caller, String keyId) {
    return keys.onKey(caller, keyId, arn -> new CancelKeyDeletion(caller, arn));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> putKeyPolicy(
      Caller caller,
      String keyId,
      String policyName,
      KeyPolicy policy,
      boolean bypassLockoutCheck) {
    return keys.onKey(
        caller,
        keyId,
        arn -> new PutKeyPolicy(caller, arn, policyName, policy, bypassLockoutCheck));
  }

  @Override
  public CompletionStage<Reply<List<String>>> listKeyPolicies(
      Caller caller, String keyId, Optional<String> marker) {
    return keys.onKey(caller, keyId, arn -> new ListKeyPolicies(caller, arn, marker));
  }

  @Override
  public CompletionStage<Reply<GetKeyPolicy.Output>> getKeyPolicy(
      Caller caller, String keyId, String policyName) {
    return keys.onKey(caller, keyId, arn -> new GetKeyPolicy(caller, arn, policyName));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> updateKeyDescription(
      Caller caller, String keyId, String description) {
    return keys.onKey(caller, keyId, arn -> new UpdateKeyDescription(caller, arn, description));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> tagResource(Caller caller, String keyId, List<Tag> tags) {
    return keys.onKey(caller, keyId, arn -> new TagResource(caller, arn, tags));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> untagResource(
      Caller caller, String keyId, List<String> tagKeys) {
    return keys.onKey(caller, keyId, arn -> new UntagResource(caller, arn, tagKeys));
  }

  @Override
  public CompletionStage<Reply<Page<Tag>>> listResourceTags(
      Caller caller, String keyId, Optional<Integer> limit, Optional<String> marker) {
    return keys.onKey(caller, keyId, arn -> new ListResourceTags(caller, arn, limit, marker));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> enableKeyRotation(
      Caller caller, String keyId, Optional<Integer> periodInDays) {
    return keys.onKey(caller, keyId, arn -> new EnableKeyRotation(caller, arn, periodInDays));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> disableKeyRotation(Caller caller, String keyId) {
    return keys.onKey(caller, keyId, arn -> new DisableKeyRotation(caller, arn));
  }

  @Override
  public CompletionStage<Reply<GetKeyRotationStatus.Output>> getKeyRotationStatus(
      Caller caller, String keyId) {
    return keys.onKey(caller, keyId, arn -> new GetKeyRotationStatus(caller, arn));
  }

  @Override
  public CompletionStage<Reply<Page<ListKeyRotations.Entry>>> listKeyRotations(
      Caller caller,
      String keyId,
      boolean allMaterial,
      Optional<Integer> limit,
      Optional<String> marker) {
    return keys.onKey(
        caller, keyId, arn -> new ListKeyRotations(caller, arn, allMaterial, limit, marker));
  }

  /** The new material is made for the version that is next now. */
  @Override
  public CompletionStage<Reply<KeyArn>> rotateKeyOnDemand(Caller caller, String keyId) {
    return Replies.then(
        keys.onKey(caller, keyId, arn -> new GetNextMaterialVersion(caller, arn)),
        next ->
            keys.ask(
                new RotateKeyOnDemand(
                    caller, next.key(), next.version(), cipher.fresh(next.key(), next.version()))));
  }
}
