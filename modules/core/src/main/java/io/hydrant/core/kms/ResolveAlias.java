package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** Reads the key behind an alias. */
public record ResolveAlias(AliasArn alias) implements KeyDirectoryCommand<KeyArn> {
  @Override
  public Decision<KeyDirectoryEvent, KeyArn> decide(KeyDirectory directory, Instant now) {
    return directory
        .alias(alias.name(), now)
        .map(
            found ->
                Decision.<KeyDirectoryEvent, KeyArn>answer(
                    new KeyArn(alias.region(), alias.account(), found.targetKeyId())))
        .orElseGet(() -> Decision.refuse(KmsErrors.noSuchAlias(alias)));
  }
}
