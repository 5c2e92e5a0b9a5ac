package io.hydrant.runtime.cluster;

import io.hydrant.runtime.EngineSettings;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.storage.Presence;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;

/** A node among the others, and what they share. */
public record Nodes(Membership membership, Bulletins bulletins) {
  /**
   * Returns once this node is a member and knows what the others share.
   *
   * @throws TimeoutException where the others do not take it in
   */
  public static Nodes join(
      ActorSystem<?> system, EngineSettings settings, ServiceClock clock, Presence presence)
      throws TimeoutException, InterruptedException {
    Membership membership = Membership.join(system, settings.cluster(), presence);
    if (!settings.cluster().isAlone()) {
      LastResort.watch(system);
    }
    Bulletins bulletins = Bulletins.start(system, membership, clock, settings.faults());
    bulletins.share().join();
    Strikes.start(system, membership, bulletins, settings.faults());
    return new Nodes(membership, bulletins);
  }
}
