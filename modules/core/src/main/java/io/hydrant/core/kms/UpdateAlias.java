package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.Optional;

/**
 * UpdateAlias: points an alias at another key with the same spec and usage.
 *
 * @param current the key behind the alias, described just before
 * @param target the new key, described just before
 */
public record UpdateAlias(AliasArn alias, KeyMetadata current, KeyMetadata target)
    implements KeyDirectoryCommand<NoOutput> {
  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory directory, Instant now) {
    if (alias.name().startsWith(CreateAlias.RESERVED)) {
      return Decision.refuse(KmsErrors.aliasReserved());
    }
    Optional<KeyDirectory.Alias> there = directory.alias(alias.name(), now);
    if (there.isEmpty()) {
      return Decision.refuse(KmsErrors.noSuchAlias(alias));
    }
    if (!directory.exists(target.arn().keyId(), now)) {
      return Decision.refuse(KmsErrors.noSuchKey(target.arn()));
    }
    if (target.state() == KeyState.PENDING_DELETION) {
      return Decision.refuse(KmsErrors.pendingDeletion(target.arn()));
    }
    if (current.spec() != target.spec() || current.usage() != target.usage()) {
      return Decision.refuse(KmsErrors.aliasOfAnotherKind());
    }
    return Decision.store(
        new KeyDirectoryEvent.AliasUpdated(now, alias, target.arn().keyId()), new NoOutput());
  }
}
