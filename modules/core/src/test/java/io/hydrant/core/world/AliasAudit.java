package io.hydrant.core.world;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** At rest the keys that exist are listed, those that do not are not, and aliases lead to keys. */
final class AliasAudit implements Audit {
  private static final String RULE = "aliases";

  private final KnownKeys keys;

  AliasAudit(KnownKeys keys) {
    this.keys = keys;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.KeysListed listed) {
      Set<String> alive =
          SimulatedKms.CUSTOMER_KEYS.stream()
              .filter(key -> !keys.dead(key, at))
              .collect(Collectors.toSet());
      Objection.unless(
          Set.copyOf(listed.keys()).equals(alive) && listed.keys().size() == alive.size(),
          RULE,
          listed + ", there are " + alive);
      Objection.unless(
          listed.targets().stream()
              .allMatch(target -> alive.stream().anyMatch(key -> key.endsWith("/" + target))),
          RULE,
          listed + " leads to a key that is none of " + alive);
    }
  }
}
