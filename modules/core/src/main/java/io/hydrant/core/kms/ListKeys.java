package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ListKeys: in the order of their creation. */
public record ListKeys(Optional<Integer> limit, Optional<String> marker)
    implements KeyDirectoryCommand<ListKeys.Output> {
  public record Output(List<String> keyIds, Optional<String> nextMarker) {}

  @Override
  public Decision<KeyDirectoryEvent, Output> decide(KeyDirectory directory, Instant now) {
    List<String> all = directory.keyIds();
    int from = marker.map(all::indexOf).orElse(-1) + 1;
    int to = Math.min(all.size(), from + limit.orElse(Limits.LIST_LIMIT_DEFAULT));
    return Decision.answer(
        new Output(
            all.subList(from, to),
            to < all.size() ? Optional.of(all.get(to - 1)) : Optional.empty()));
  }
}
