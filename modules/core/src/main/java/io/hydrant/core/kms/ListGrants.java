package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ListGrants: a key's grants, oldest first. */
public record ListGrants(
    Optional<Integer> limit,
    Optional<String> marker,
    Optional<String> grantId,
    Optional<String> granteePrincipal)
    implements KeyCommand.OfExisting<ListGrants.Output> {
  public record Output(KeyArn arn, List<Grant> grants, Optional<String> nextMarker) {}

  @Override
  public Decision<KeyEvent, Output> decide(Key key, Instant now) {
    List<Grant> matching =
        key.grants().stream()
            .filter(grant -> grantId.map(grant.grantId()::equals).orElse(true))
            .filter(grant -> granteePrincipal.map(grant.granteePrincipal()::equals).orElse(true))
            .toList();
    List<String> ids = matching.stream().map(Grant::grantId).toList();
    // The marker is the last grant of the page before.
    int from = marker.map(ids::indexOf).orElse(-1) + 1;
    int to = Math.min(matching.size(), from + limit.orElse(Limits.LIST_GRANTS_LIMIT_DEFAULT));
    return Decision.answer(
        new Output(
            key.arn(),
            matching.subList(from, to),
            to < matching.size() ? Optional.of(ids.get(to - 1)) : Optional.empty()));
  }
}
