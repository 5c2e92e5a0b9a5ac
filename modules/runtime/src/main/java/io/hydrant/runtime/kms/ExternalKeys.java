package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/**
 * Finds keys at the external KMS, and creates the keys that serve as Firehose's AWS owned key and
 * as S3's AWS managed key.
 */
final class ExternalKeys {
  /** The alias of the first; AWS reserves {@code alias/aws/}. */
  static final String OWNED_KEY_ALIAS = "alias/hydrant/firehose-owned";

  /** The alias of the second. */
  static final String S3_KEY_ALIAS = "alias/hydrant/s3";

  private static final int SPARE_KEY_DAYS = 7;

  private final KmsClients kms;

  ExternalKeys(KmsClients kms) {
    this.kms = kms;
  }

  /** Returns the ARN of the key, if it can encrypt data keys. */
  CompletionStage<Reply<String>> usable(String region, String keyId) {
    return Replies.check(
        kms.call(region, client -> client.describeKey(r -> r.keyId(keyId))),
        answer ->
            unusable(answer.keyMetadata())
                .<Reply<String>>map(Reply::failure)
                .orElseGet(() -> Reply.success(answer.keyMetadata().arn())));
  }

  private static Optional<ServiceError> unusable(KeyMetadata key) {
    if (key.keyState() == KeyState.DISABLED) {
      return Optional.of(ExternalErrors.disabled(key));
    }
    if (key.keyState() == KeyState.PENDING_DELETION) {
      return Optional.of(ExternalErrors.pendingDeletion(key));
    }
    if (key.keyState() == KeyState.PENDING_IMPORT) {
      return Optional.of(ExternalErrors.pendingImport(key));
    }
    if (key.keyState() != KeyState.ENABLED) {
      return Optional.of(ExternalErrors.notUsable(key));
    }
    if (key.keyUsage() != KeyUsageType.ENCRYPT_DECRYPT) {
      return Optional.of(ExternalErrors.wrongUsage(key));
    }
    return key.keySpec() == KeySpec.SYMMETRIC_DEFAULT
        ? Optional.empty()
        : Optional.of(ExternalErrors.wrongSpec(key));
  }

  /**
   * Finds or creates the key that serves as AWS owned key. Nothing is cached, because that KMS may
   * have been emptied.
   */
  CompletionStage<Reply<String>> owned(String region) {
    return foundOrMade(region, OWNED_KEY_ALIAS, "Firehose's own, for Hydrant");
  }

  /** Finds or creates the key of objects that name no key. */
  CompletionStage<Reply<String>> s3(String region) {
    return foundOrMade(region, S3_KEY_ALIAS, "Objects of S3 without a key, for Hydrant");
  }

  private CompletionStage<Reply<String>> foundOrMade(
      String region, String alias, String description) {
    return Replies.recover(
        usable(region, alias), "NotFoundException", () -> make(region, alias, description));
  }

  private CompletionStage<Reply<String>> make(String region, String alias, String description) {
    return Replies.then(
        kms.call(region, client -> client.createKey(r -> r.description(description))),
        made -> name(region, alias, made.keyMetadata().arn()));
  }

  /**
   * Gives the new key its alias. Of two nodes that create a key, the second uses the first one's
   * and deletes its own.
   */
  private CompletionStage<Reply<String>> name(String region, String alias, String keyArn) {
    return kms.call(
            region, client -> client.createAlias(r -> r.aliasName(alias).targetKeyId(keyArn)))
        .thenCompose(
            named ->
                named.fold(
                    done -> Replies.now(Reply.success(keyArn)),
                    refusal ->
                        Replies.recover(
                            discard(region, keyArn, refusal),
                            "AlreadyExistsException",
                            () -> usable(region, alias))));
  }

  private CompletionStage<Reply<String>> discard(String region, String keyArn, ServiceError why) {
    return kms.call(
            region,
            client ->
                client.scheduleKeyDeletion(
                    r -> r.keyId(keyArn).pendingWindowInDays(SPARE_KEY_DAYS)))
        .thenApply(done -> Reply.failure(why));
  }
}
