package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.Decrypted;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.GrantRequest;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.KeyState;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.crypto.AesGcm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Firehose's port on the keys of this cluster. */
public final class EmbeddedKms implements KmsLink {
  /** Grantee and retiring principal of Firehose's grants. */
  public static final String SERVICE = "firehose.amazonaws.com";

  /** No client can claim this account: it is not a number. */
  private static final String SERVICE_ACCOUNT = "aws-firehose";

  private static final String OWNED_ALIAS = "alias/aws/firehose";
  private static final String CONTEXT_KEY = "aws:firehose:arn";

  /** "To encrypt and decrypt data and to manage the grant." */
  private static final List<String> GRANT_OPERATIONS =
      List.of(
          "Encrypt",
          "Decrypt",
          "GenerateDataKey",
          "GenerateDataKeyWithoutPlaintext",
          "DescribeKey",
          "CreateGrant",
          "RetireGrant");

  private final KmsGateway kms;

  public EmbeddedKms(KmsGateway kms) {
    this.kms = kms;
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return kms.describeKey(caller, keyArn)
        .thenApply(
            reply ->
                reply.fold(
                    key ->
                        unusable(key)
                            .<Reply<String>>map(Reply::failure)
                            .orElseGet(() -> Reply.success(key.arn().toString())),
                    Reply::failure));
  }

  private static Optional<Refusal> unusable(KeyMetadata key) {
    String arn = key.arn().toString();
    if (key.state() == KeyState.DISABLED) {
      return Optional.of(new Refusal("DisabledException", arn + " is disabled."));
    }
    if (key.state() != KeyState.ENABLED) {
      return Optional.of(
          new Refusal(
              "KMSInvalidStateException",
              arn
                  + (key.state() == KeyState.PENDING_DELETION
                      ? " is pending deletion."
                      : " is pending import.")));
    }
    if (!key.usage().equals(Key.ENCRYPT_DECRYPT) || !key.spec().equals(Key.SYMMETRIC)) {
      return Optional.of(
          new Refusal(
              "InvalidKeyUsageException",
              arn
                  + " is a "
                  + key.spec()
                  + " key for "
                  + key.usage()
                  + "; Firehose needs a symmetric encryption key."));
    }
    return Optional.empty();
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    Caller owner = service(SERVICE_ACCOUNT, region);
    return kms.describeKey(owner, OWNED_ALIAS)
        .thenCompose(
            found ->
                found.fold(
                    key -> CompletableFuture.completedFuture(Reply.success(key.arn().toString())),
                    missing -> createOwned(owner)));
  }

  /** Two that create it at once agree on the one whose alias came first. */
  private CompletionStage<Reply<String>> createOwned(Caller owner) {
    return kms.createKey(owner, CreateKey.Input.DEFAULT)
        .thenCompose(
            created ->
                created.fold(
                    key -> kms.createAlias(owner, OWNED_ALIAS, key.arn().keyId(), true),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))))
        .thenCompose(aliased -> kms.describeKey(owner, OWNED_ALIAS))
        .thenApply(reply -> reply.map(key -> key.arn().toString()));
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    GrantRequest request =
        new GrantRequest(
            Optional.of(grantName),
            SERVICE,
            Optional.of(SERVICE),
            GRANT_OPERATIONS,
            new GrantConstraints(Optional.of(context(stream)), Optional.empty()));
    return kms.createGrant(caller, keyArn, request)
        .thenApply(reply -> reply.map(CreateGrant.Output::grantId));
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return kms.generateDataKey(
            principal(type, stream), keyArn, "GenerateDataKey", context(stream), AesGcm.KEY_BYTES)
        .thenApply(reply -> reply.map(key -> new DataKey(key.plaintext(), key.ciphertext())));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    return kms.decrypt(principal(type, stream), Optional.of(keyArn), context(stream), wrapped)
        .thenApply(reply -> reply.map(Decrypted::plaintext));
  }

  @Override
  public CompletionStage<Reply<Empty>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    return kms.retireGrant(service(SERVICE, stream.region()), keyArn, grantId)
        .thenApply(
            reply ->
                reply.fold(
                    Reply::success,
                    refusal ->
                        refusal.code().equals("NotFoundException")
                            ? Reply.success(new Empty())
                            : Reply.failure(refusal)));
  }

  /** Customer keys know the service by its grant alone; the owned key is its own account's. */
  private static Caller principal(KeyType type, StreamArn stream) {
    return service(type == KeyType.AWS_OWNED_CMK ? SERVICE_ACCOUNT : SERVICE, stream.region());
  }

  private static Caller service(String account, String region) {
    return new Caller(account, region, SERVICE, Optional.empty());
  }

  private static Map<String, String> context(StreamArn stream) {
    return Map.of(CONTEXT_KEY, stream.toString());
  }
}
