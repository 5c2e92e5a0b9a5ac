package io.hydrant.core.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the owner of the keys knows: which can be used, and which grants there are. */
final class KnownKeys implements Audit {
  private final Map<String, Optional<Instant>> unusable = new HashMap<>();
  private final Map<String, Granted> grants = new LinkedHashMap<>();

  /** A grant that is there. */
  record Granted(String key, String name) {
    /** Firehose's own say by their names for which stream and epoch they are. */
    boolean isFor(String stream, int generation, int epoch) {
      return name.equals(stream + "-" + generation + "-" + epoch);
    }

    boolean isOf(String stream, int generation) {
      return name.startsWith(stream + "-" + generation + "-");
    }

    boolean isFirehoses() {
      return !name.equals(KeyCalls.MENDED);
    }
  }

  Map<String, Granted> grants() {
    return grants;
  }

  /** The deletion date has passed. */
  boolean dead(String key, Instant at) {
    return Optional.ofNullable(unusable.get(key)).stream()
        .flatMap(Optional::stream)
        .anyMatch(date -> !at.isBefore(date));
  }

  boolean usable(String key, String stream) {
    return !unusable.containsKey(key)
        && (key.equals(SimulatedKms.OWNED)
            || grants.values().stream()
                .anyMatch(
                    grant ->
                        grant.key().equals(key)
                            && (!grant.isFirehoses() || grant.name().startsWith(stream + "-"))));
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.KeyChanged changed) {
      if (changed.enabled()) {
        unusable.remove(changed.key());
      } else {
        unusable.put(
            changed.key(),
            changed.days() == 0
                ? Optional.empty()
                : Optional.of(at.plus(Duration.ofDays(changed.days()))));
      }
    } else if (observed instanceof Observed.GrantMade made) {
      grants.put(made.grant(), new Granted(made.key(), made.name()));
    } else if (observed instanceof Observed.GrantRevoked revoked) {
      grants.remove(revoked.grant());
    }
    // Retired ones are taken out by the audit of grants, which asks first what they were for.
  }
}
