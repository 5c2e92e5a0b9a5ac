package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.AliasesOfKey;
import io.hydrant.core.kms.AuthorizedAccountCommand;
import io.hydrant.core.kms.AuthorizedKeyCommand;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCallContext;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryCommand;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyReference;
import io.hydrant.core.kms.KmsErrors;
import io.hydrant.core.kms.ResolveAlias;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.runtime.entity.Entities;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Finds the entity that a caller names, and asks it. */
final class KeyEntities {
  private final Entities<Key, KeyEvent> keys;
  private final Entities<KeyDirectory, KeyDirectoryEvent> directories;
  private final IdentityPolicyStore identities;

  KeyEntities(
      Entities<Key, KeyEvent> keys,
      Entities<KeyDirectory, KeyDirectoryEvent> directories,
      IdentityPolicyStore identities) {
    this.keys = keys;
    this.directories = directories;
    this.identities = identities;
  }

  <O> CompletionStage<Reply<O>> ask(KeyCommand<O> command) {
    return ask(command, Optional.empty());
  }

  /** The key's aliases are looked up where a policy asks for them, and only there. */
  private <O> CompletionStage<Reply<O>> ask(KeyCommand<O> command, Optional<String> requestAlias) {
    KeyCallContext context =
        new KeyCallContext(
            identities.policies(command.caller().principalArn()), requestAlias, Optional.empty());
    return send(command, context)
        .thenCompose(
            reply ->
                reply.fold(
                    output -> Replies.now(reply),
                    refusal ->
                        AuthorizedKeyCommand.wantsAliases(refusal)
                            ? withAliases(command, context)
                            : Replies.now(reply)));
  }

  private <O> CompletionStage<Reply<O>> withAliases(KeyCommand<O> command, KeyCallContext context) {
    KeyArn arn = command.key();
    return Replies.then(
        ask(arn.account(), arn.region(), new AliasesOfKey(arn.keyId())),
        names -> send(command, context.withResourceAliases(names)));
  }

  private <O> CompletionStage<Reply<O>> send(KeyCommand<O> command, KeyCallContext context) {
    KeyArn arn = command.key();
    return keys.ask(
        arn.account() + "/" + arn.region() + "/" + arn.keyId(),
        new AuthorizedKeyCommand<>(command, context),
        Optional.of(command.caller()));
  }

  /** Asks without authorization: the node itself needs the answer. */
  <O> CompletionStage<Reply<O>> ask(Caller caller, KeyDirectoryCommand<O> command) {
    return directories.ask(caller.account() + "/" + caller.region(), command, Optional.of(caller));
  }

  /** Asks as the caller, whose identity policies authorize the action. */
  <O> CompletionStage<Reply<O>> ask(
      Caller caller, String action, String resource, KeyDirectoryCommand<O> command) {
    return directories.ask(
        caller.account() + "/" + caller.region(),
        new AuthorizedAccountCommand<>(
            command, caller, action, resource, identities.policies(caller.principalArn())),
        Optional.of(caller));
  }

  <O> CompletionStage<Reply<O>> ask(String account, String region, KeyDirectoryCommand<O> command) {
    return directories.ask(account + "/" + region, command);
  }

  CompletionStage<Reply<KeyArn>> resolve(AliasArn alias) {
    return ask(alias.account(), alias.region(), new ResolveAlias(alias));
  }

  /** Returns the key of a key id, key ARN, alias or alias ARN. */
  CompletionStage<Reply<KeyArn>> resolve(Caller caller, String keyId) {
    return Replies.then(
        KeyReference.parse(caller, keyId),
        reference ->
            reference instanceof KeyReference.ByAlias alias
                ? resolve(alias.arn())
                : Replies.now(Reply.success(((KeyReference.ByKey) reference).arn())));
  }

  /**
   * Parses a ciphertext, which names its key.
   *
   * @param keyId the key that the caller names, which must be that of the ciphertext
   */
  CompletionStage<Reply<CiphertextBlob>> ciphertext(
      Caller caller, Optional<Bytes> ciphertext, Optional<String> keyId) {
    if (ciphertext.isEmpty()) {
      return Replies.failure(KmsErrors.missing("ciphertextBlob"));
    }
    Optional<CiphertextBlob> decoded =
        CiphertextBlob.decode(ciphertext.get())
            .filter(blob -> blob.key().region().equals(caller.region()));
    if (decoded.isEmpty()) {
      return Replies.failure(KmsErrors.invalidCiphertext());
    }
    CiphertextBlob blob = decoded.get();
    return Replies.check(
        keyId
            .map(named -> resolve(caller, named))
            .orElseGet(() -> Replies.now(Reply.success(blob.key()))),
        arn ->
            arn.equals(blob.key()) ? Reply.success(blob) : Reply.failure(KmsErrors.incorrectKey()));
  }

  <O> CompletionStage<Reply<O>> onKeyOrAlias(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command) {
    return Replies.then(
        KeyReference.parse(caller, keyId),
        reference ->
            reference instanceof KeyReference.ByAlias alias
                ? Replies.then(
                    resolve(alias.arn()),
                    arn -> ask(command.apply(arn), Optional.of(alias.arn().name())))
                : ask(command.apply(((KeyReference.ByKey) reference).arn())));
  }

  /** Asks a key by key id or key ARN, for the operations that take no alias. */
  <O> CompletionStage<Reply<O>> onKey(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command) {
    return Replies.then(KeyReference.parseKey(caller, keyId), arn -> ask(command.apply(arn)));
  }
}
