package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/** Everything a key directory can be asked. */
public sealed interface KeyDirectoryCommand<O> extends Command<KeyDirectory, KeyDirectoryEvent, O>
    permits KeyDirectoryCommand.EnterKey,
        KeyDirectoryCommand.ResolveAlias,
        CreateAlias,
        DeleteAlias,
        ListAliases,
        ListKeys {

  /** A key has been created. */
  record EnterKey(String keyId) implements KeyDirectoryCommand<Empty> {
    @Override
    public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory directory, Instant now) {
      return directory.keyIds().contains(keyId)
          ? Decision.answer(new Empty())
          : Decision.store(new KeyDirectoryEvent.KeyEntered(now, keyId), new Empty());
    }
  }

  /** Which key does an alias stand for? */
  record ResolveAlias(String name, String arn) implements KeyDirectoryCommand<String> {
    @Override
    public Decision<KeyDirectoryEvent, String> decide(KeyDirectory directory, Instant now) {
      return directory.aliases().containsKey(name)
          ? Decision.answer(directory.aliases().get(name).keyId())
          : Decision.refuse(Errors.noSuchAlias(arn));
    }
  }
}
