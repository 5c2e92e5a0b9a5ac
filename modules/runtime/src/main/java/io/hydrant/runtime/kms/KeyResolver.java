package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Errors;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryCommand;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.runtime.entity.EntityRegion;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the key that a KeyId means: a key id, a key ARN, an alias name or an alias ARN. */
final class KeyResolver {
  private static final Pattern UUID =
      Pattern.compile("(mrk-)?[0-9a-f-]{32,36}", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALIAS_ARN =
      Pattern.compile("arn:aws:kms:([a-z0-9-]+):([a-z0-9-]+):(alias/.+)");

  private final EntityRegion<KeyDirectory, KeyDirectoryEvent> directories;

  KeyResolver(EntityRegion<KeyDirectory, KeyDirectoryEvent> directories) {
    this.directories = directories;
  }

  /** A key of another region is not found, as there is none of that ARN here. */
  CompletionStage<Reply<KeyArn>> resolve(Caller caller, String keyId) {
    if (UUID.matcher(keyId).matches()) {
      return done(Reply.success(new KeyArn(caller.region(), caller.account(), keyId)));
    }
    Optional<KeyArn> arn = KeyArn.parse(keyId);
    if (arn.isPresent()) {
      return done(
          arn.get().region().equals(caller.region())
              ? Reply.success(arn.get())
              : Reply.failure(Errors.noSuchKey(keyId)));
    }
    Matcher aliasArn = ALIAS_ARN.matcher(keyId);
    if (aliasArn.matches()) {
      return aliasArn.group(1).equals(caller.region())
          ? alias(aliasArn.group(1), aliasArn.group(2), aliasArn.group(3))
          : done(Reply.failure(Errors.noSuchAlias(keyId)));
    }
    if (keyId.startsWith("alias/")) {
      return alias(caller.region(), caller.account(), keyId);
    }
    return done(Reply.failure(Errors.invalidKeyId(keyId)));
  }

  private CompletionStage<Reply<KeyArn>> alias(String region, String account, String name) {
    String arn = aliasArn(region, account, name);
    return directories
        .ask(account + "/" + region, new KeyDirectoryCommand.ResolveAlias(name, arn))
        .thenApply(reply -> reply.map(keyId -> new KeyArn(region, account, keyId)));
  }

  static String aliasArn(String region, String account, String name) {
    return "arn:aws:kms:" + region + ":" + account + ":" + name;
  }

  private static CompletionStage<Reply<KeyArn>> done(Reply<KeyArn> reply) {
    return CompletableFuture.completedFuture(reply);
  }
}
