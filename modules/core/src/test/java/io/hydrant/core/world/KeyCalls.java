package io.hydrant.core.world;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.CancelKeyDeletion;
import io.hydrant.core.kms.DisableKey;
import io.hydrant.core.kms.EnableKey;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.RevokeGrant;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import java.util.List;
import java.util.Optional;

/** What the owner of the keys does to them. */
record KeyCalls(World world) {
  private static final int DAYS = 7;
  static final String MENDED = "mended";

  void enable(String arn) {
    observed(world.kms().ask(new EnableKey(World.CLIENT, key(arn))), arn, true, 0);
  }

  void disable(String arn) {
    observed(world.kms().ask(new DisableKey(World.CLIENT, key(arn))), arn, false, 0);
  }

  void schedule(String arn) {
    observed(
        world.kms().ask(new ScheduleKeyDeletion(World.CLIENT, key(arn), Optional.of(DAYS))),
        arn,
        false,
        DAYS);
  }

  void cancel(String arn) {
    observed(world.kms().ask(new CancelKeyDeletion(World.CLIENT, key(arn))), arn, false, 0);
  }

  void revoke(String arn, int which) {
    List<Grant> grants =
        world.kms().grants(arn).stream()
            .filter(grant -> !grant.name().equals(Optional.of(MENDED)))
            .toList();
    if (!grants.isEmpty()) {
      Grant chosen = grants.get(which % grants.size());
      String grant = chosen.id();
      world
          .kms()
          .ask(new RevokeGrant(World.CLIENT, key(arn), grant, false))
          .map(
              done -> {
                world.observe(new Observed.GrantRevoked(arn, grant, chosen.name().orElseThrow()));
                return done;
              });
    }
  }

  /** All that an owner can still do to have Firehose use the key again. */
  void mend(String arn) {
    cancel(arn);
    enable(arn);
    world.kms().grant(arn, Optional.empty(), MENDED);
  }

  private void observed(Reply<?> reply, String arn, boolean enabled, int days) {
    reply.map(
        done -> {
          world.observe(new Observed.KeyChanged(arn, enabled, days));
          return done;
        });
  }

  private static KeyArn key(String arn) {
    return SimulatedKms.key(arn);
  }
}
