package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CancelKeyDeletion;
import io.hydrant.core.kms.CreateAlias;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.Decrypted;
import io.hydrant.core.kms.DeleteAlias;
import io.hydrant.core.kms.DescribeKey;
import io.hydrant.core.kms.DisableKey;
import io.hydrant.core.kms.EnableKey;
import io.hydrant.core.kms.Encrypted;
import io.hydrant.core.kms.GeneratedDataKey;
import io.hydrant.core.kms.GetKeyPolicy;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.GrantRequest;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryCommand;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.KeySlot;
import io.hydrant.core.kms.ListAliases;
import io.hydrant.core.kms.ListGrants;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.RetireGrant;
import io.hydrant.core.kms.RevokeGrant;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.crypto.AesGcm;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.EntityRegion;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The KMS operations that manage keys, aliases and grants, each turned into asks of entities. */
public class KmsGateway {
  /** A key; its entity id is ACCOUNT/REGION/KEY-ID. */
  public static final EntityKind<KeySlot, KeyEvent> KEY =
      new EntityKind<>(
          "key",
          KeyEvent.class,
          id -> new KeySlot.NoKey(arnOf(id)),
          Optional.empty(),
          slot -> slot instanceof KeySlot.NoKey);

  /** The keys and aliases of an account and region; its entity id is ACCOUNT/REGION. */
  public static final EntityKind<KeyDirectory, KeyDirectoryEvent> KEY_DIRECTORY =
      new EntityKind<>("keys", KeyDirectoryEvent.class, KeyDirectory.EMPTY);

  private final EntityRegion<KeySlot, KeyEvent> keys;
  private final EntityRegion<KeyDirectory, KeyDirectoryEvent> directories;
  private final KeyResolver resolver;
  private final KeyCryptography cryptography;
  private final RootKey root;
  private final ServiceClock clock;

  public KmsGateway(
      EntityRegion<KeySlot, KeyEvent> keys,
      EntityRegion<KeyDirectory, KeyDirectoryEvent> directories,
      RootKey root,
      ServiceClock clock) {
    this.keys = keys;
    this.directories = directories;
    this.resolver = new KeyResolver(directories);
    this.cryptography = new KeyCryptography(keys, resolver, root);
    this.root = root;
    this.clock = clock;
  }

  /** The same gateway under another type. */
  protected KmsGateway(KmsGateway other) {
    this.keys = other.keys;
    this.directories = other.directories;
    this.resolver = other.resolver;
    this.cryptography = other.cryptography;
    this.root = other.root;
    this.clock = other.clock;
  }

  public CompletionStage<Reply<Encrypted>> encrypt(
      Caller caller, String keyId, Map<String, String> encryptionContext, Bytes plaintext) {
    return cryptography.encrypt(caller, keyId, encryptionContext, plaintext);
  }

  public CompletionStage<Reply<Decrypted>> decrypt(
      Caller caller,
      Optional<String> keyId,
      Map<String, String> encryptionContext,
      Bytes ciphertext) {
    return cryptography.decrypt(caller, keyId, encryptionContext, ciphertext);
  }

  /**
   * @param operation GenerateDataKey or GenerateDataKeyWithoutPlaintext
   */
  public CompletionStage<Reply<GeneratedDataKey>> generateDataKey(
      Caller caller,
      String keyId,
      String operation,
      Map<String, String> encryptionContext,
      int bytes) {
    return cryptography.generateDataKey(caller, keyId, operation, encryptionContext, bytes);
  }

  public CompletionStage<Reply<KeyMetadata>> createKey(Caller caller, CreateKey.Input input) {
    KeyArn arn =
        new KeyArn(
            caller.region(),
            caller.account(),
            (input.multiRegion()
                ? "mrk-" + UUID.randomUUID().toString().replace("-", "")
                : UUID.randomUUID().toString()));
    Bytes material = root.wrap(AesGcm.newKey(), arn.toString());
    return keys.ask(entityId(arn), new CreateKey(input, material, caller))
        .thenCompose(
            reply ->
                reply.fold(
                    metadata ->
                        directories
                            .ask(directoryId(caller), new KeyDirectoryCommand.EnterKey(arn.keyId()))
                            .thenApply(entered -> reply),
                    refusal -> CompletableFuture.completedFuture(reply)));
  }

  public CompletionStage<Reply<KeyMetadata>> describeKey(Caller caller, String keyId) {
    return onKey(caller, keyId, arn -> new DescribeKey());
  }

  public CompletionStage<Reply<String>> getKeyPolicy(Caller caller, String keyId) {
    return onKey(caller, keyId, arn -> new GetKeyPolicy());
  }

  public CompletionStage<Reply<Empty>> enableKey(Caller caller, String keyId) {
    return onKey(caller, keyId, arn -> new EnableKey(caller.principalArn()));
  }

  public CompletionStage<Reply<Empty>> disableKey(Caller caller, String keyId) {
    return onKey(caller, keyId, arn -> new DisableKey(caller.principalArn()));
  }

  public CompletionStage<Reply<ScheduleKeyDeletion.Output>> scheduleKeyDeletion(
      Caller caller, String keyId, int pendingWindowInDays) {
    return onKey(
        caller, keyId, arn -> new ScheduleKeyDeletion(pendingWindowInDays, caller.principalArn()));
  }

  /** Answers the key's ARN. */
  public CompletionStage<Reply<String>> cancelKeyDeletion(Caller caller, String keyId) {
    return resolver
        .resolve(caller, keyId)
        .thenCompose(
            resolved ->
                resolved.fold(
                    arn ->
                        keys.ask(entityId(arn), new CancelKeyDeletion(caller.principalArn()))
                            .thenApply(reply -> reply.map(done -> arn.toString())),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  public CompletionStage<Reply<ListKeys.Output>> listKeys(Caller caller, ListKeys input) {
    return directories.ask(directoryId(caller), input);
  }

  public CompletionStage<Reply<Empty>> createAlias(Caller caller, String name, String keyId) {
    return createAlias(caller, name, keyId, false);
  }

  CompletionStage<Reply<Empty>> createAlias(
      Caller caller, String name, String keyId, boolean reserved) {
    return describeKey(caller, keyId)
        .thenCompose(
            described ->
                described.fold(
                    key ->
                        directories.ask(
                            directoryId(caller),
                            new CreateAlias(
                                name, aliasArn(caller, name), key.arn().keyId(), reserved)),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  public CompletionStage<Reply<Empty>> deleteAlias(Caller caller, String name) {
    return directories.ask(directoryId(caller), new DeleteAlias(name, aliasArn(caller, name)));
  }

  /**
   * @param keyId lists the aliases of that key alone
   */
  public CompletionStage<Reply<ListAliases.Output>> listAliases(
      Caller caller, Optional<String> keyId, Optional<Integer> limit, Optional<String> marker) {
    if (keyId.isEmpty()) {
      return directories.ask(directoryId(caller), new ListAliases(limit, marker, Optional.empty()));
    }
    return describeKey(caller, keyId.get())
        .thenCompose(
            described ->
                described.fold(
                    key ->
                        directories.ask(
                            directoryId(caller),
                            new ListAliases(limit, marker, Optional.of(key.arn().keyId()))),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  public CompletionStage<Reply<CreateGrant.Output>> createGrant(
      Caller caller, String keyId, GrantRequest request) {
    Grant grant =
        new Grant(
            (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
            (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
            request.name(),
            clock.now(),
            request.granteePrincipal(),
            request.retiringPrincipal(),
            "arn:aws:iam::" + caller.account() + ":root",
            request.operations(),
            request.constraints());
    return onKey(caller, keyId, arn -> new CreateGrant(grant, caller.principalArn()));
  }

  public CompletionStage<Reply<ListGrants.Output>> listGrants(
      Caller caller, String keyId, ListGrants input) {
    return onKey(caller, keyId, arn -> input);
  }

  /**
   * @param grant the grant's id or its token
   */
  public CompletionStage<Reply<Empty>> retireGrant(Caller caller, String keyId, String grant) {
    return onKey(
        caller, keyId, arn -> new RetireGrant(grant, caller.principalArn(), caller.account()));
  }

  public CompletionStage<Reply<Empty>> revokeGrant(Caller caller, String keyId, String grantId) {
    return onKey(caller, keyId, arn -> new RevokeGrant(grantId, caller.principalArn()));
  }

  private <O> CompletionStage<Reply<O>> onKey(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command) {
    return resolver
        .resolve(caller, keyId)
        .thenCompose(
            resolved ->
                resolved.fold(
                    arn -> keys.ask(entityId(arn), command.apply(arn)),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  static String entityId(KeyArn arn) {
    return arn.account() + "/" + arn.region() + "/" + arn.keyId();
  }

  private static KeyArn arnOf(String entityId) {
    String[] parts = entityId.split("/", -1);
    return new KeyArn(parts[1], parts[0], parts[2]);
  }

  private static String directoryId(Caller caller) {
    return caller.account() + "/" + caller.region();
  }

  private static String aliasArn(Caller caller, String name) {
    return KeyResolver.aliasArn(caller.region(), caller.account(), name);
  }
}
