package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/** DeleteAlias: removes an alias; the key stays. */
public record DeleteAlias(AliasArn alias) implements KeyDirectoryCommand<NoOutput> {
  @Override
  public Decision<KeyDirectoryEvent, NoOutput> decide(KeyDirectory directory, Instant now) {
    if (!alias.name().startsWith(CreateAlias.PREFIX)) {
      return Decision.refuse(KmsErrors.aliasPrefix());
    }
    if (alias.name().startsWith(CreateAlias.RESERVED)) {
      return Decision.refuse(KmsErrors.aliasReserved());
    }
    return directory.alias(alias.name(), now).isEmpty()
        ? Decision.refuse(KmsErrors.noSuchAlias(alias))
        : Decision.store(new KeyDirectoryEvent.AliasDeleted(now, alias), new NoOutput());
  }
}
