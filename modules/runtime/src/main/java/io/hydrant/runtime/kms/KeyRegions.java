package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.AccountCall;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCall;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryCommand;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyReference;
import io.hydrant.core.kms.ResolveAlias;
import io.hydrant.core.policy.Identities;
import io.hydrant.runtime.entity.EntityRegion;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Finds the entity that a caller means, and asks it. */
final class KeyRegions {
  private final EntityRegion<Key, KeyEvent> keys;
  private final EntityRegion<KeyDirectory, KeyDirectoryEvent> directories;
  private final Identities identities;

  KeyRegions(
      EntityRegion<Key, KeyEvent> keys,
      EntityRegion<KeyDirectory, KeyDirectoryEvent> directories,
      Identities identities) {
    this.keys = keys;
    this.directories = directories;
    this.identities = identities;
  }

  <O> CompletionStage<Reply<O>> ask(KeyCommand<O> command) {
    KeyArn arn = command.key();
    return keys.ask(
        arn.account() + "/" + arn.region() + "/" + arn.keyId(),
        new KeyCall<>(command, identities.policies(command.caller().principalArn())),
        Optional.of(command.caller()));
  }

  /** For the node's own sake. */
  <O> CompletionStage<Reply<O>> ask(Caller caller, KeyDirectoryCommand<O> command) {
    return directories.ask(caller.account() + "/" + caller.region(), command, Optional.of(caller));
  }

  /** As the caller, whose identity policies decide. */
  <O> CompletionStage<Reply<O>> ask(
      Caller caller, String action, String resource, KeyDirectoryCommand<O> command) {
    return directories.ask(
        caller.account() + "/" + caller.region(),
        new AccountCall<>(
            command, caller, action, resource, identities.policies(caller.principalArn())),
        Optional.of(caller));
  }

  <O> CompletionStage<Reply<O>> ask(String account, String region, KeyDirectoryCommand<O> command) {
    return directories.ask(account + "/" + region, command);
  }

  CompletionStage<Reply<KeyArn>> resolve(AliasArn alias) {
    return ask(alias.account(), alias.region(), new ResolveAlias(alias));
  }

  /** The key that a key id, key ARN, alias or alias ARN names. */
  CompletionStage<Reply<KeyArn>> resolve(Caller caller, String keyId) {
    return Replies.then(
        KeyReference.parse(caller, keyId),
        reference ->
            reference instanceof KeyReference.ByAlias alias
                ? resolve(alias.arn())
                : Replies.now(Reply.success(((KeyReference.ByKey) reference).arn())));
  }

  <O> CompletionStage<Reply<O>> onKeyOrAlias(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command) {
    return Replies.then(resolve(caller, keyId), arn -> ask(command.apply(arn)));
  }

  /** For the operations that take no alias. */
  <O> CompletionStage<Reply<O>> onKey(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command) {
    return Replies.then(KeyReference.parseKey(caller, keyId), arn -> ask(command.apply(arn)));
  }
}
