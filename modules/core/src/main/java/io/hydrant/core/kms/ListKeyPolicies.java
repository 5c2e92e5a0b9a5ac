package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;

/** The names of a key's policies: there is one, called {@code default}. */
public record ListKeyPolicies(Caller caller, KeyArn key) implements KeyCommand<List<String>> {
  @Override
  public Decision<KeyEvent, List<String>> decideFor(Key.Present present, Instant now) {
    return Decision.answer(List.of(GetKeyPolicy.DEFAULT_POLICY));
  }
}
