package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/**
 * CreateAlias: gives a key a name.
 *
 * @param target the key, described just before
 */
public record CreateAlias(AliasArn alias, KeyMetadata target)
    implements KeyDirectoryCommand<NoOutput> {
  static final String PREFIX = "alias/";
  static final String RESERVED = "alias/aws/";

  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory directory, Instant now) {
    if (!alias.name().startsWith(PREFIX)) {
      return Decision.refuse(KmsErrors.aliasPrefix());
    }
    if (alias.name().startsWith(RESERVED)) {
      return Decision.refuse(KmsErrors.aliasReserved());
    }
    if (!directory.exists(target.arn().keyId(), now)) {
      return Decision.refuse(KmsErrors.noSuchKey(target.arn()));
    }
    if (target.state() == KeyState.PENDING_DELETION) {
      return Decision.refuse(KmsErrors.pendingDeletion(target.arn()));
    }
    return directory.alias(alias.name(), now).isPresent()
        ? Decision.refuse(KmsErrors.aliasExists(alias))
        : Decision.store(
            new KeyDirectoryEvent.AliasCreated(now, alias, target.arn().keyId()), new NoOutput());
  }
}
