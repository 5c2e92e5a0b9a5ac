package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** DeleteAlias: the key stays. */
public record DeleteAlias(String name, String arn) implements KeyDirectoryCommand<Empty> {
  @Override
  public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory directory, Instant now) {
    return directory.aliases().containsKey(name)
        ? Decision.store(new KeyDirectoryEvent.AliasDeleted(now, name), new Empty())
        : Decision.refuse(Errors.noSuchAlias(arn));
  }
}
