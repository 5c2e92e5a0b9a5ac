package io.hydrant.core.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Watches a world from outside. It has a small model of its own, made of calls and answers, and
 * knows nothing of the core's states.
 */
final class Auditor {
  private final List<Audit> audits;

  /**
   * @param propagation how long after ENABLED or DISABLED records are still stored as before
   */
  Auditor(Duration propagation) {
    KnownStreams streams = new KnownStreams(propagation);
    KnownKeys keys = new KnownKeys();
    DeliveryAudit delivery = new DeliveryAudit(streams, keys);
    // The statuses are compared with those before, the others want to know the newest.
    this.audits =
        List.of(
            new StatusAudit(streams),
            streams,
            keys,
            new PutAudit(streams),
            new KeyUseAudit(keys),
            delivery,
            new GrantAudit(streams, keys, delivery),
            new NameAudit(streams),
            new ReservationAudit(streams, delivery),
            new AliasAudit(keys),
            new BudgetAudit(streams));
  }

  void see(Instant at, Observed observed) {
    audits.forEach(audit -> audit.see(at, observed));
  }
}
