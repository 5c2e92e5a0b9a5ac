package io.hydrant.core.world;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * KMS lets a key be used only while its owner does, and what is sealed rests on a use that is at
 * most the span of the data keys ago.
 */
final class KeyUseAudit implements Audit {
  private static final String RULE = "keys";

  private final KnownKeys keys;
  private final Map<Use, Instant> uses = new HashMap<>();

  private record Use(String key, String stream, int epoch) {}

  KeyUseAudit(KnownKeys keys) {
    this.keys = keys;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.DataKeyUsed used) {
      Objection.unless(keys.usable(used.key(), used.stream()), RULE, used + " is not permitted");
      uses.put(new Use(used.key(), used.stream(), used.epoch()), at);
    } else if (observed instanceof Observed.Created created && created.code().equals(Observed.OK)) {
      uses.keySet().removeIf(use -> use.stream().equals(created.stream()));
    } else if (observed instanceof Observed.Stored write && write.epoch() != 0) {
      for (Bytes record : write.records()) {
        Envelope.read(record).ifPresent(envelope -> check(at, write, envelope));
      }
    }
  }

  private void check(Instant at, Observed.Stored write, Envelope envelope) {
    String key = envelope.dataKey().substring(0, envelope.dataKey().lastIndexOf('#'));
    Instant used = uses.getOrDefault(new Use(key, write.stream(), write.epoch()), Instant.MIN);
    Objection.unless(
        at.isBefore(used.plus(DataKeys.SPAN)), RULE, write + " under " + key + " used at " + used);
  }
}
