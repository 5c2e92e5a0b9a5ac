package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ListRetirableGrants, as far as one key knows: its grants that a principal may retire. */
public record RetirableGrants(Caller caller, KeyArn key, String retiringPrincipal)
    implements KeyCommand<List<Grant>> {
  @Override
  public String action() {
    return "ListRetirableGrants";
  }

  /** Any caller that may list grants may do this: the call names no key. */
  @Override
  public Optional<String> grant(Key.Present present) {
    return Optional.of("a list of grants");
  }

  @Override
  public Decision<KeyEvent, List<Grant>> decideFor(Key.Present present, Instant now) {
    return Decision.answer(
        present.grants().values().stream()
            .filter(
                grant -> grant.retiringPrincipal().filter(retiringPrincipal::equals).isPresent())
            .toList());
  }
}
