package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.Optional;

/** ListKeys: lists the account's keys in the order of their ids. */
public record ListKeys(Optional<Integer> limit, Optional<String> marker)
    implements KeyDirectoryCommand<Page<KeyDirectory.Entry>> {
  @Override
  public Decision<KeyDirectoryEvent, Page<KeyDirectory.Entry>> decide(
      KeyDirectory directory, Instant now) {
    int size = limit.orElse(KmsLimits.LIST_KEYS_DEFAULT);
    return size > KmsLimits.LIST_KEYS_MAX
        ? Decision.refuse(KmsErrors.above("limit", size, KmsLimits.LIST_KEYS_MAX))
        : Decision.reply(
            Page.of("keys", directory.keys(), entry -> entry.exists(now), marker, size));
  }
}
