package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ListAliases: in the order of their names, of one key or of all. */
public record ListAliases(Optional<Integer> limit, Optional<String> marker, Optional<String> keyId)
    implements KeyDirectoryCommand<ListAliases.Output> {
  public record Output(List<Alias> aliases, Optional<String> nextMarker) {}

  @Override
  public Decision<KeyDirectoryEvent, Output> decide(KeyDirectory directory, Instant now) {
    int most = limit.orElse(Limits.LIST_LIMIT_DEFAULT);
    List<Alias> rest =
        directory.aliases().values().stream()
            .filter(alias -> keyId.map(alias.keyId()::equals).orElse(true))
            .filter(alias -> marker.map(m -> alias.name().compareTo(m) > 0).orElse(true))
            .toList();
    List<Alias> page = rest.stream().limit(most).toList();
    return Decision.answer(
        new Output(
            page,
            rest.size() > most ? Optional.of(page.get(page.size() - 1).name()) : Optional.empty()));
  }
}
