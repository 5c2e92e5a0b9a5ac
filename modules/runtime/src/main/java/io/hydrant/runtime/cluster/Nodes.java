package io.hydrant.runtime.cluster;

import io.hydrant.api.port.ClusterView;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.storage.ClusterLock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;

/** A node among the others, and what they share. */
public record Nodes(Membership membership, SharedClusterState bulletins) implements ClusterView {
  /**
   * Returns once this node is a member and knows what the others share.
   *
   * @throws TimeoutException where the others do not take it in
   */
  public static Nodes join(
      ActorSystem<?> system,
      ClusterSettings settings,
      FaultInjector faults,
      ServiceClock clock,
      ClusterLock presence)
      throws TimeoutException, InterruptedException {
    Membership membership = Membership.join(system, settings, presence);
    if (!settings.isAlone()) {
      TerminationWatchdog.watch(system);
    }
    SharedClusterState bulletins = SharedClusterState.start(system, membership, clock, faults);
    bulletins.share().join();
    FaultArbiter.start(system, membership, bulletins, faults);
    return new Nodes(membership, bulletins);
  }

  @Override
  public boolean ready() {
    return membership.isUp();
  }

  @Override
  public List<Member> members() {
    return membership.nodes();
  }

  @Override
  public CompletionStage<?> share() {
    return bulletins.share();
  }
}
