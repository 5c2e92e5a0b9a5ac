package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * ListKeyPolicies: lists the names of a key's policies. There is only {@code default}, so there is
 * one page and no marker.
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
