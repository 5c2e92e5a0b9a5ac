package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.CheckGrantToken;
import io.hydrant.core.kms.CreateAlias;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.DeleteAlias;
import io.hydrant.core.kms.DescribeKey;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.ExplainAccess;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.core.kms.GenerateDataKeyWithoutPlaintext;
import io.hydrant.core.kms.GenerateRandom;
import io.hydrant.core.kms.GetNextMaterialVersion;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyGrant;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.KeyReference;
import io.hydrant.core.kms.ListAliases;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.ListRetirableGrants;
import io.hydrant.core.kms.Page;
import io.hydrant.core.kms.ReEncrypt;
import io.hydrant.core.kms.RetireGrant;
import io.hydrant.core.kms.RotateKeyOnDemand;
import io.hydrant.core.kms.UpdateAlias;
import io.hydrant.core.policy.AuthorizationDecision;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import io.hydrant.runtime.crypto.AesGcm;
import io.hydrant.runtime.entity.EntityKind;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The API of the embedded KMS: sends commands to keys, and does the cryptography they permit. */
public final class KmsGateway implements KmsApi {
  public static final EntityKind<Key, KeyEvent> KEY =
      new EntityKind<>(EntityTypes.KEY, Optional.empty(), key -> key instanceof Key.Absent);
  public static final EntityKind<KeyDirectory, KeyDirectoryEvent> KEY_DIRECTORY =
      new EntityKind<>(EntityTypes.KEY_DIRECTORY);

  private final KeyEntities keys;
  private final MaterialCipher cipher;
  private final CryptographicOperations cryptography;

  public KmsGateway(KmsDependencies dependencies) {
    this.keys =
        new KeyEntities(dependencies.keys(), dependencies.directories(), dependencies.identities());
    this.cipher = new MaterialCipher(dependencies.rootKey());
    this.cryptography = new CryptographicOperations(keys, cipher);
  }

  /** Sends a command to a key, for operations that need nothing but the key. */
  @Override
  public <O> CompletionStage<Reply<O>> onKey(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command) {
    return keys.onKey(caller, keyId, command);
  }

  /** Creates the new material for the next version. */
  @Override
  public CompletionStage<Reply<KeyArn>> rotateKeyOnDemand(Caller caller, String keyId) {
    return Replies.then(
        keys.onKey(caller, keyId, arn -> new GetNextMaterialVersion(caller, arn)),
        next ->
            keys.ask(
                new RotateKeyOnDemand(
                    caller,
                    next.key(),
                    next.version(),
                    cipher.newMaterial(next.key(), next.version()))));
  }

  @Override
  public CompletionStage<Reply<KeyMetadata>> createKey(Caller caller, CreateKey.Input input) {
    return new KeyCreation(keys, cipher).create(caller, input, KeyManager.CUSTOMER);
  }

  /** Returns the key of a service's own alias, and creates it at the first call. */
  CompletionStage<Reply<KeyArn>> serviceKey(
      Caller service, String aliasName, CreateKey.Input input) {
    return new KeyCreation(keys, cipher).serviceKey(service, aliasName, input);
  }

  /** Checks that the caller could do all of that with the key; nothing is created. */
  CompletionStage<Reply<NoOutput>> canUseDataKeys(
      Caller caller, List<KeyAction> actions, String keyId, Map<String, String> context) {
    return cryptography.canUseDataKeys(caller, actions, keyId, context);
  }

  @Override
  public CompletionStage<Reply<AuthorizationDecision>> explain(
      Caller caller,
      String keyId,
      String action,
      Optional<Map<String, String>> context,
      Map<String, List<String>> conditionKeys) {
    return keys.onKeyOrAlias(
        caller, keyId, arn -> new ExplainAccess(caller, arn, action, context, conditionKeys));
  }

  @Override
  public CompletionStage<Reply<KeyMetadata>> describeKey(Caller caller, String keyId) {
    return keys.onKeyOrAlias(caller, keyId, arn -> new DescribeKey(caller, arn));
  }

  @Override
  public CompletionStage<Reply<Page<KeyDirectory.Entry>>> listKeys(Caller caller, ListKeys input) {
    return keys.ask(caller, "ListKeys", "*", input);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> createAlias(
      Caller caller, String aliasName, String targetKeyId) {
    AliasArn alias = new AliasArn(caller.region(), caller.account(), aliasName);
    return Replies.then(
        KeyReference.parseKey(caller, targetKeyId),
        arn ->
            Replies.then(
                keys.ask(new DescribeKey(caller, arn)),
                metadata ->
                    keys.ask(
                        caller,
                        "CreateAlias",
                        alias.toString(),
                        new CreateAlias(alias, metadata))));
  }

  @Override
  public CompletionStage<Reply<Page<KeyDirectory.Alias>>> listAliases(
      Caller caller, Optional<String> keyId, Optional<Integer> limit, Optional<String> marker) {
    Reply<Optional<KeyArn>> key =
        keyId
            .map(text -> KeyReference.parseKey(caller, text).map(Optional::of))
            .orElseGet(() -> Reply.success(Optional.empty()));
    return Replies.then(
        key, arn -> keys.ask(caller, "ListAliases", "*", new ListAliases(arn, limit, marker)));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> updateAlias(
      Caller caller, String aliasName, String targetKeyId) {
    AliasArn alias = new AliasArn(caller.region(), caller.account(), aliasName);
    return Replies.then(
        keys.resolve(alias),
        current ->
            Replies.then(
                keys.ask(new DescribeKey(caller, current)),
                before ->
                    Replies.then(
                        keys.onKey(caller, targetKeyId, arn -> new DescribeKey(caller, arn)),
                        target ->
                            keys.ask(
                                caller,
                                "UpdateAlias",
                                alias.toString(),
                                new UpdateAlias(alias, before, target)))));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> deleteAlias(Caller caller, String aliasName) {
    AliasArn alias = new AliasArn(caller.region(), caller.account(), aliasName);
    return keys.ask(caller, "DeleteAlias", alias.toString(), new DeleteAlias(alias));
  }

  @Override
  public CompletionStage<Reply<CreateGrant.Output>> createGrant(
      Caller caller, String keyId, CreateGrant.Input input) {
    String grantId = HexFormat.of().formatHex(AesGcm.random(32));
    return keys.onKey(caller, keyId, arn -> new CreateGrant(caller, arn, input, grantId));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> retireGrant(Caller caller, RetireGrant.Input input) {
    return Replies.then(
        input.grant(caller),
        grant -> keys.ask(new RetireGrant(caller, grant.key(), grant.grantId(), input.dryRun())));
  }

  /** Refuses tokens of which one belongs to no grant, with InvalidGrantTokenException. */
  @Override
  public CompletionStage<Reply<NoOutput>> checkGrantTokens(Caller caller, List<String> tokens) {
    CompletionStage<Reply<NoOutput>> checked = Replies.now(Reply.success(new NoOutput()));
    for (String token : tokens) {
      checked =
          Replies.then(checked, done -> Replies.then(CheckGrantToken.of(caller, token), keys::ask));
    }
    return checked;
  }

  @Override
  public CompletionStage<Reply<Page<KeyGrant>>> listRetirableGrants(
      Caller caller, ListRetirableGrants input) {
    return new RetirableGrantList(keys).of(caller, input);
  }

  @Override
  public CompletionStage<Reply<Bytes>> generateRandom(Caller caller, int numberOfBytes) {
    return Replies.map(
        keys.ask(caller, "GenerateRandom", "*", new GenerateRandom()),
        allowed -> Bytes.wrap(AesGcm.random(numberOfBytes)));
  }

  @Override
  public CompletionStage<Reply<ReEncrypt.Output>> reEncrypt(Caller caller, ReEncrypt.Input input) {
    return new ReEncryption(keys, cipher).of(caller, input);
  }

  @Override
  public CompletionStage<Reply<GenerateDataKey.Output>> generateDataKey(
      Caller caller, String keyId, DataKeyRequest request) {
    return cryptography.generateDataKey(caller, keyId, request);
  }

  @Override
  public CompletionStage<Reply<GenerateDataKeyWithoutPlaintext.Output>>
      generateDataKeyWithoutPlaintext(Caller caller, String keyId, DataKeyRequest request) {
    return cryptography.generateDataKeyWithoutPlaintext(caller, keyId, request);
  }

  @Override
  public CompletionStage<Reply<Encrypt.Output>> encrypt(
      Caller caller, String keyId, Encrypt.Input input) {
    return cryptography.encrypt(caller, keyId, input);
  }

  @Override
  public CompletionStage<Reply<Decrypt.Output>> decrypt(Caller caller, Decrypt.Input input) {
    return cryptography.decrypt(caller, input);
  }
}
