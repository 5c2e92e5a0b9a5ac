package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * ListAliases: lists the account's aliases in the order of their names.
 *
 * @param key the key whose aliases are listed; empty for all
 */
public record ListAliases(Optional<KeyArn> key, Optional<Integer> limit, Optional<String> marker)
    implements KeyDirectoryCommand<Page<KeyDirectory.Alias>> {
  @Override
  public Decision<KeyDirectoryEvent, Page<KeyDirectory.Alias>> decide(
      KeyDirectory directory, Instant now) {
    int size = limit.orElse(KmsLimits.LIST_DEFAULT);
    if (size > KmsLimits.LIST_MAX) {
      return Decision.refuse(KmsErrors.above("limit", size, KmsLimits.LIST_MAX));
    }
    return key.stream().allMatch(wanted -> directory.exists(wanted.keyId(), now))
        ? Decision.reply(
            Page.of(
                "aliases of " + key.map(KeyArn::toString).orElse("all"),
                directory.aliases(),
                alias ->
                    directory.exists(alias.targetKeyId(), now)
                        && key.stream()
                            .allMatch(wanted -> wanted.keyId().equals(alias.targetKeyId())),
                marker,
                size))
        : Decision.refuse(KmsErrors.noSuchKey(key.orElseThrow()));
  }
}
