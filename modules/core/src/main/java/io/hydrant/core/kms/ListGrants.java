package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/** ListGrants: lists the grants of a key in the order of their ids. */
public record ListGrants(Caller caller, KeyArn key, Input input)
    implements KeyCommand<ListGrants.Output> {
  /** The call's members; without the key. */
  public record Input(
      Optional<Integer> limit,
      Optional<String> marker,
      Optional<String> grantId,
      Optional<String> granteePrincipal) {}

  public record Output(KeyArn key, Page<Grant> grants) {}

  @Override
  public Decision<KeyEvent, Output> decideFor(Key.Present key, Instant now) {
    int limit = input.limit().orElse(KmsLimits.LIST_DEFAULT);
    if (limit > KmsLimits.LIST_MAX) {
      return Decision.refuse(KmsErrors.above("limit", limit, KmsLimits.LIST_MAX));
    }
    return Decision.reply(
        Page.of(
                "grants of " + key.arn() + " " + input.grantId() + " " + input.granteePrincipal(),
                key.grants(),
                grant ->
                    input.grantId().stream().allMatch(grant.id()::equals)
                        && input.granteePrincipal().stream()
                            .allMatch(grant.granteePrincipal()::equals),
                input.marker(),
                limit)
            .map(page -> new Output(key.arn(), page)));
  }
}
