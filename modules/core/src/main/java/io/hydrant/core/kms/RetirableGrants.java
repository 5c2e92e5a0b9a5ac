package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the grants of one key that a principal may retire, for ListRetirableGrants. */
public record RetirableGrants(Caller caller, KeyArn key, String retiringPrincipal)
    implements KeyCommand<List<Grant>> {
  @Override
  public String action() {
    return "ListRetirableGrants";
  }

  /** The call names no key, so no key's policy has to permit it. */
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
