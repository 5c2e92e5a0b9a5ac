package io.hydrant.runtime.cluster;

import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.fault.Faults;
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
      ActorSystem<?> system,
      ClusterSettings settings,
      Faults faults,
      ServiceClock clock,
      Presence presence)
      throws TimeoutException, InterruptedException {
    Membership membership = Membership.join(system, settings, presence);
    if (!settings.isAlone()) {
      LastResort.watch(system);
    }
    Bulletins bulletins = Bulletins.start(system, membership, clock, faults);
    bulletins.share().join();
    Strikes.start(system, membership, bulletins, faults);
    return new Nodes(membership, bulletins);
  }
}
