package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The names of a key's policies: there is one, called {@code default}, so there is one page and no
 * marker is ever issued.
 */
public record ListKeyPolicies(Caller caller, KeyArn key, Optional<String> marker)
    implements KeyCommand<List<String>> {
  @Override
  public Decision<KeyEvent, List<String>> decideFor(Key.Present present, Instant now) {
    return marker.isPresent()
        ? Decision.refuse(KmsErrors.invalidMarker())
        : Decision.answer(List.of(GetKeyPolicy.DEFAULT_POLICY));
  }
}
