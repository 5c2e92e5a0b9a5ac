package io.hydrant.core.world;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A grant lives as long as records need it and no longer: it is not retired under a record, goes
 * with its stream, and at rest only the keys in force have one.
 */
final class GrantAudit implements Audit {
  private static final String RULE = "grants";

  private final KnownStreams streams;
  private final KnownKeys keys;
  private final DeliveryAudit delivery;
  private final Set<String> retired = new HashSet<>();
  private final Set<String> revoked = new HashSet<>();

  /** Streams deleted by force may leave grants behind. */
  private final Set<String> forced = new HashSet<>();

  GrantAudit(KnownStreams streams, KnownKeys keys, DeliveryAudit delivery) {
    this.streams = streams;
    this.keys = keys;
    this.delivery = delivery;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.GrantMade made) {
      revoked.remove(made.name());
    } else if (observed instanceof Observed.GrantRevoked gone) {
      revoked.add(gone.name());
    } else if (observed instanceof Observed.Deleted deleted
        && deleted.force()
        && deleted.code().equals(Observed.OK)) {
      streams
          .life(deleted.stream())
          .ifPresent(life -> forced.add(life.name + "-" + life.generation + "-"));
    } else if (observed instanceof Observed.GrantRetired gone) {
      KnownKeys.Granted grant = keys.grants().remove(gone.grant());
      retired.add(grant.name());
      streams.all().forEach(life -> retired(life, grant));
    } else if (observed instanceof Observed.Stored write && write.epoch() != 0) {
      String name = write.stream() + "-" + write.generation() + "-" + write.epoch();
      Objection.unless(!retired.contains(name), RULE, write + " after its grant was retired");
    } else if (observed instanceof Observed.Shown shown && shown.view().isEmpty()) {
      streams.life(shown.stream()).ifPresent(life -> gone(at, life));
    } else if (observed instanceof Observed.AtRest) {
      streams.all().forEach(life -> atRest(at, life));
    }
  }

  private void retired(KnownStreams.Life life, KnownKeys.Granted grant) {
    for (int epoch = 1; epoch <= life.targets.size(); epoch++) {
      if (grant.isFor(life.name, life.generation, epoch)) {
        Objection.unless(!life.uses(epoch), RULE, grant + " is retired while in force");
        Objection.unless(
            life.deletedAt.isPresent() || !delivery.owes(life.name, life.generation, epoch),
            RULE,
            grant + " is retired under records");
      }
    }
  }

  private void gone(Instant at, KnownStreams.Life life) {
    for (int generation = 1; generation <= life.generation; generation++) {
      int ended = generation;
      Objection.unless(
          keys.grants().values().stream()
              .noneMatch(
                  grant ->
                      grant.isOf(life.name, ended)
                          && !keys.dead(grant.key(), at)
                          && forced.stream().noneMatch(grant.name()::startsWith)),
          RULE,
          life + " is gone and leaves " + keys.grants());
    }
  }

  private void atRest(Instant at, KnownStreams.Life life) {
    for (Map.Entry<String, KnownKeys.Granted> each : keys.grants().entrySet()) {
      KnownKeys.Granted grant = each.getValue();
      if (grant.isFirehoses() && grant.name().startsWith(life.name + "-")) {
        boolean used =
            life.decided() != 0 && grant.isFor(life.name, life.generation, life.decided());
        boolean waited = stuck(at, life);
        Objection.unless(
            (used && life.uses(life.decided()))
                || keys.dead(grant.key(), at)
                || forced.stream().anyMatch(grant.name()::startsWith)
                || waited,
            RULE,
            each + " is left over");
      }
    }
    int decided = life.decided();
    if (life.uses(decided) && decided != 0) {
      String key = life.targets.get(decided - 1);
      String name = life.name + "-" + life.generation + "-" + decided;
      boolean there =
          keys.grants().values().stream()
              .anyMatch(grant -> grant.isFor(life.name, life.generation, decided));
      Objection.unless(
          there || key.equals(SimulatedKms.OWNED) || revoked.contains(name) || keys.dead(key, at),
          RULE,
          life + " has no grant on its key " + key);
    }
  }

  /** Records under a key that no longer exists are never delivered; what is behind them waits. */
  private boolean stuck(Instant at, KnownStreams.Life life) {
    for (int epoch = 1; epoch <= life.targets.size(); epoch++) {
      if (keys.dead(life.targets.get(epoch - 1), at)
          && delivery.owes(life.name, life.generation, epoch)) {
        return !life.gone;
      }
    }
    return false;
  }
}
