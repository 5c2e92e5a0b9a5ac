package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** Takes a name away; the key stays. */
public record DeleteAlias(AliasArn alias) implements KeyDirectoryCommand<Empty> {
  @Override
  public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory directory, Instant now) {
    if (!alias.name().startsWith(CreateAlias.PREFIX)) {
      return Decision.refuse(Errors.aliasPrefix());
    }
    if (alias.name().startsWith(CreateAlias.RESERVED)) {
      return Decision.refuse(Errors.aliasReserved());
    }
    return directory.alias(alias.name(), now).isEmpty()
        ? Decision.refuse(Errors.noSuchAlias(alias))
        : Decision.store(new KeyDirectoryEvent.AliasDeleted(now, alias), new Empty());
  }
}
