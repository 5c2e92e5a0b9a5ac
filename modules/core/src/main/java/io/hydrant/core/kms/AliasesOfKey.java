package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;

/** The names of a key's aliases, for conditions on {@code kms:ResourceAliases}. */
public record AliasesOfKey(String keyId) implements KeyDirectoryCommand<List<String>> {
  @Override
  public Decision<KeyDirectoryEvent, List<String>> decide(KeyDirectory directory, Instant now) {
    return Decision.answer(
        directory.aliases().values().stream()
            .filter(alias -> alias.targetKeyId().equals(keyId))
            .map(alias -> alias.arn().name())
            .toList());
  }
}
