package io.hydrant.core.world;

import java.time.Instant;

/**
 * At rest a key counts every stream that uses it, and once the stale reservations have been
 * checked, no other.
 */
final class ReservationAudit implements Audit {
  private static final String RULE = "reservations";

  private final KnownStreams streams;
  private final DeliveryAudit delivery;

  ReservationAudit(KnownStreams streams, DeliveryAudit delivery) {
    this.streams = streams;
    this.delivery = delivery;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.Reserved reserved) {
      for (KnownStreams.Life life : streams.all()) {
        boolean counted = reserved.streams().contains(life.name);
        Objection.unless(
            counted || !seals(life, reserved.key()),
            RULE,
            life + " uses a key without " + reserved);
        Objection.unless(
            !counted || !reserved.swept() || uses(life, reserved.key()),
            RULE,
            life + " does not use the key of " + reserved);
      }
    }
  }

  private static boolean seals(KnownStreams.Life life, String key) {
    int decided = life.decided();
    return decided != 0 && life.uses(decided) && life.targets.get(decided - 1).equals(key);
  }

  /** Records that cannot be delivered keep their stream on the key. */
  private boolean uses(KnownStreams.Life life, String key) {
    if (life.gone) {
      return false;
    }
    for (int epoch = 1; epoch <= life.targets.size(); epoch++) {
      if (life.targets.get(epoch - 1).equals(key)
          && (life.decided() == epoch || delivery.owes(life.name, life.generation, epoch))) {
        return true;
      }
    }
    return false;
  }
}
