package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/**
 * Points a service's own alias at a key, unless it points at one already; answers the key it points
 * at. Of several nodes that call at the same time, all get the key of the first.
 */
public record ReserveAlias(AliasArn alias, KeyArn key) implements KeyDirectoryCommand<KeyArn> {
  @Override
  public Decision<KeyDirectoryEvent, KeyArn> decide(KeyDirectory directory, Instant now) {
    return directory
        .alias(alias.name(), now)
        .map(
            found ->
                Decision.<KeyDirectoryEvent, KeyArn>answer(
                    new KeyArn(key.region(), key.account(), found.targetKeyId())))
        .orElseGet(
            () -> Decision.store(new KeyDirectoryEvent.AliasCreated(now, alias, key.keyId()), key));
  }
}
